using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.ViewModels;

/// <param name="Organisation">Whoever asks.</param>
/// <param name="History">The earliest first.</param>
public sealed record RecommendationView(
    Culture Culture, string Title, string Summary, StatusLine Line, ContentName? Organisation, ContentName? Source, IReadOnlyList<TrackStep> Track, Voices Voices, IReadOnlyList<SaidView> History, RenderedText Body,
    string JsonLd, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>An event as the history shows it. The statement is in the words and letters of whoever said it.</summary>
/// <param name="Status">Null where it is a verdict.</param>
/// <param name="Language">Of the statement; null where there is none.</param>
public sealed record SaidView(InstitutionStatus? Status, Verdict? Verdict, DateOnly Day, ContentName? By, IReadOnlyList<string> Paragraphs, Culture? Language, string EvidenceUrl, string EvidenceText)
{
    public string? Lang => Language?.HtmlLang;

    /// <summary>English message id of what was said.</summary>
    public string Word => Status is { } status ? StatusWords.NameOf(status) : StatusWords.NameOf(Verdict ?? default);

    public static SaidView Of(RecommendationEvent said, ContentName? by)
    {
        InstitutionStatus? status = said.Kind == RecommendationEvent.StatusKind && StatusWords.TryStatus(said.Value, out var knownStatus) ? knownStatus : null;
        Verdict? verdict = said.Kind == RecommendationEvent.VerdictKind && StatusWords.TryVerdict(said.Value, out var knownVerdict) ? knownVerdict : null;
        return new(
            status, verdict, said.Day, by, said.Statement.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Culture.TryFrom(said.StatementCulture, out var language) ? language : null, said.EvidenceUrl, said.EvidenceText.Length > 0 ? said.EvidenceText : said.EvidenceUrl);
    }
}
