using Portal.Cms.Content;
using Portal.Translations.Alignment;
using Portal.Translations.Texts;

namespace Portal.Translations.Drafting;

/// <summary>How a passage stands.</summary>
public enum RowState
{
    Untranslated,
    Translated,
    /// <summary>The source was reworded after this was translated.</summary>
    Changed,
    /// <summary>The source no longer has it.</summary>
    SourceGone,
    /// <summary>The source never had it.</summary>
    OnlyHere,
}

/// <summary>A passage of the source beside what stands for it in the translation.</summary>
/// <param name="Id">Name of its input: the field, and the place in it.</param>
/// <param name="Stored">The translation as it is saved; empty = none.</param>
public sealed record DraftRow(string Id, SourcePassage? Source, string Stored, RowState State)
{
    /// <summary>The source as it is now; null where it has none.</summary>
    public string? SourceText => Source?.Now;

    /// <summary>What was taken out of the source and put into it since.</summary>
    public DiffParagraph Change => new(TextDiff.Words(Source?.Before ?? "", Source?.Now ?? ""));

    /// <summary>Neither language says anything: a file without a title.</summary>
    public bool IsEmpty => Stored.Length == 0 && string.IsNullOrEmpty(SourceText);
}

/// <summary>A field of the item, or of an item in one of its bags.</summary>
/// <param name="Key">The field's place in the item.</param>
/// <param name="Bag">Null for the item's own fields.</param>
/// <param name="Number">Place of the contained item in its bag, from 1.</param>
public sealed record DraftField(string Key, TranslatableField Field, IReadOnlyList<DraftRow> Rows, TextBag? Bag = null, int Number = 0);
