using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Translations.Drafting;
using Portal.Translations.Queries;
using Portal.Translations.Texts;

namespace Portal.Translations.ViewModels;

/// <summary>The page on which a text is translated.</summary>
/// <param name="Typed">What was typed and not saved yet, by row; rows that are not among them show what is saved.</param>
public sealed record WorkbenchView(WorkbenchText Text, GlossaryWords Glossary, IReadOnlyList<SharedValue> Shared, IReadOnlyDictionary<string, string> Typed)
{
    public Culture Source => Text.Source.Culture;
    public Culture Target => Text.Culture;
    /// <summary>Rows that the translator has said still say the same.</summary>
    public IReadOnlySet<string> SaysTheSame { get; init; } = new HashSet<string>(StringComparer.Ordinal);
    /// <summary>Yes-or-no fields of this language that are ticked, by part and field.</summary>
    public IReadOnlySet<string> Own { get; init; } = new HashSet<string>(StringComparer.Ordinal);
    public bool Follows { get; init; }
    /// <summary>There is a review to ask for.</summary>
    public bool MayRequestReview { get; init; }
    /// <summary>Of the translation and of what all languages share, when the form was read.</summary>
    public (Guid? Item, Guid Set) Stamps { get; init; }
    public Problem? Problem { get; init; }
    /// <summary>Somebody else saved meanwhile: what they have is shown beside what was typed.</summary>
    public bool IsConflict { get; init; }
    /// <summary>The row that is worked on next.</summary>
    public string? Focus { get; init; }
    public string Action => $"/admin/translations/{Uri.EscapeDataString(Text.Set.LocalizationSet)}/{Target.Code}?from={Source.Code}";
    public IEnumerable<FieldError> ErrorsOf(string row) => Problem?.Errors.Where(e => e.Field == row) ?? [];
    public string ValueOf(DraftRow row) => Typed.GetValueOrDefault(row.Id, row.Stored);
    public int Done => Text.Draft.Rows.Count(r => r.State == RowState.Translated && r.SourceText is not null);
    public int Total => Text.Draft.Rows.Count(r => r.SourceText is not null);
    public int Changed => Text.Draft.Rows.Count(r => r.State == RowState.Changed);
}

/// <summary>What all languages share, shown to the translator.</summary>
/// <param name="Label">English message id.</param>
public sealed record SharedValue(string Label, string Value);
