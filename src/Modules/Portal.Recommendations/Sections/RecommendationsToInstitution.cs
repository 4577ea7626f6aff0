using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Organisations.Models;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Sections;

/// <param name="ByStatus">How many stand where, in the order of the way; statuses without one are left out.</param>
/// <param name="AllHref">The list of all that are addressed to it.</param>
public sealed record ToInstitutionView(int Total, IReadOnlyList<(InstitutionStatus Status, int Count)> ByStatus, int OverdueReplies, int OverdueImplementations, IReadOnlyList<ContentEntry> Entries, string AllHref, string DownloadQuery);

/// <summary>What an institution is asked for, on its page: how it stands in one sentence, then what is overdue, then the newest.</summary>
public sealed class RecommendationsToInstitution(RecommendationRegister register, RecommendationList list, CurrentDeadlines current, ContentTypes types) : IContentSection
{
    const int Shown = 5;

    public bool AppliesTo(string contentType) => contentType == nameof(Organisation);

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var rows = (await register.AddressedToAsync(page.Set, cancel)).Where(r => r.IsIn(page.Culture.ContentCode)).ToList();
        if (rows.Count == 0) return [];

        var deadlines = await current.ReadAsync();
        var overdue = rows.Where(r => IsOverdue(r, deadlines)).OrderBy(r => r.Issued);
        var entries = await list.EntriesAsync(overdue.Concat(rows.Where(r => !IsOverdue(r, deadlines))).Take(Shown), page.Culture, cancel);
        var address = $"?{RegisterFilter.Addressee}={Uri.EscapeDataString(page.Set)}";
        var view = new ToInstitutionView(
            rows.Count, [.. Enum.GetValues<InstitutionStatus>().Select(s => (s, rows.Count(r => r.Status == s))).Where(s => s.Item2 > 0)],
            rows.Count(r => deadlines.IsReplyOverdue(r.Status, r.Issued)), rows.Count(r => deadlines.IsImplementationOverdue(r.Status, r.Due)),
            [.. entries.Select(e => e with { Level = 3 })], $"/{page.Culture.Code}/{types.Find(nameof(Recommendation))!.SlugIn(page.Culture)}{address}", address);
        return [new("after", null, "_RecommendationsToInstitution", view)];
    }

    static bool IsOverdue(RegisterRow row, Deadlines deadlines) => deadlines.IsReplyOverdue(row.Status, row.Issued) || deadlines.IsImplementationOverdue(row.Status, row.Due);
}
