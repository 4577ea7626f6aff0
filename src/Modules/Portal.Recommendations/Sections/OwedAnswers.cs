using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Sections;

/// <param name="Total">Recommendations whose reply is overdue.</param>
public sealed record OwedView(IReadOnlyList<ContentEntry> Entries, int Total, string AllHref, string ListHref);

/// <summary>What institutions still owe an answer to, the longest waiting first, on the home page.</summary>
public sealed class OwedAnswers(RecommendationRegister register, RecommendationList list, CurrentDeadlines current, ContentTypes types) : IContentSection
{
    const int Shown = 3;

    public bool AppliesTo(string contentType) => contentType == "Home";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var deadlines = await current.ReadAsync();
        var here = (await register.AllAsync(cancel)).Where(r => r.IsIn(page.Culture.ContentCode)).ToList();
        if (here.Count == 0) return [];

        var owed = here.Where(r => deadlines.IsReplyOverdue(r.Status, r.Issued)).Reverse().ToList();
        var entries = await list.EntriesAsync(owed.Take(Shown), page.Culture, cancel);
        var address = $"/{page.Culture.Code}/{types.Find(nameof(Recommendation))!.SlugIn(page.Culture)}";
        return [new("owed", null, "_OwedAnswers", new OwedView(entries, owed.Count, $"{address}?{RegisterFilter.Overdue}={RegisterFilter.Reply}", address))];
    }
}
