using Portal.Cms.Content;

namespace Portal.Contents.Versions;

/// <summary>One field of a version as people read it.</summary>
/// <param name="Key">The same in every version: part, field, and the ids of the contained items around them.</param>
/// <param name="Label">In the reader's language.</param>
/// <param name="Lines">What it says, a line for each paragraph or value; none = empty.</param>
/// <param name="IsShared">All languages share it.</param>
public sealed record VersionField(string Key, string Label, IReadOnlyList<string> Lines, bool IsShared);

/// <summary>A field that two versions say differently.</summary>
/// <param name="Paragraphs">With what was taken out and put in; of a long text those that changed and their neighbours. Null = paragraphs that say the same were left out here.</param>
public sealed record ChangedField(string Label, bool IsShared, IReadOnlyList<DiffParagraph?> Paragraphs);
