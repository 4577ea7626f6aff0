namespace Portal.Cms.Media;

/// <summary>What the inputs of a media field need: the edit form hands this to the partial view <c>_MediaPicker</c>, if a library has one.</summary>
/// <param name="PathsName">Name of the inputs with paths; as many as there are files.</param>
/// <param name="TextsName">Name of the inputs with what stands beside each: a title, or what a picture shows.</param>
/// <param name="Culture">Code of the language that the item is written in.</param>
/// <param name="Lang">Its value of <c>lang</c>.</param>
/// <param name="IsShared">All languages of the text share the files and what stands beside them.</param>
/// <param name="Invalid">Value of <c>aria-invalid</c>.</param>
public sealed record MediaFieldInput(string PathsName, string TextsName, IReadOnlyList<(string Path, string Text)> Rows, string Culture, string Lang, bool IsShared, string? Invalid);
