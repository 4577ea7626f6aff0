using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Content;
using Portal.Cms.Security;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Panels;

/// <summary>Whose recommendations a panel shows.</summary>
public enum OverdueScope { AddressedToMine, AskedByMine, All }

/// <param name="Reply">The reply is overdue; else what was promised is.</param>
/// <param name="Since">The last day on which it was in time.</param>
public sealed record OverdueRecommendation(ContentName Name, bool Reply, DateOnly Since);

/// <param name="Shown">The longest overdue.</param>
/// <param name="Replies">Number of overdue replies.</param>
/// <param name="Implementations">Number of those that have a reply, and whose implementation is overdue.</param>
public sealed record OverdueRecommendationsView(OverdueScope Scope, IReadOnlyList<OverdueRecommendation> Shown, int Replies, int Implementations, string RepliesHref, string ImplementationsHref);

/// <summary>On the first page: what is overdue, for an institution what is addressed to it, for an organisation what it asked, for network editors all.</summary>
public sealed class OverdueRecommendations(RecommendationRegister register, ContentNames names, CurrentDeadlines current, ContentTypes types, CurrentUser user) : IDashboardPanel
{
    const int Most = 5;

    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        if (ScopeOf() is not { } scope) return null;

        var (deadlines, culture) = (await current.ReadAsync(), Culture.Current);
        var rows = scope switch
        {
            OverdueScope.All => await register.AllAsync(cancel),
            OverdueScope.AddressedToMine => await register.AddressedToAsync(user.OrganisationSet!, cancel),
            _ => (await register.AllAsync(cancel)).Where(r => r.Organisation.Contains(user.OrganisationSet, StringComparer.Ordinal)),
        };
        var overdue = rows.Select(r => (Row: r, Since: SinceOf(r, deadlines))).Where(r => r.Since is not null).OrderBy(r => r.Since).ToList();
        var named = await names.InAsync(culture, overdue.Take(Most).Select(r => r.Row.Set), cancel);
        return new(scope == OverdueScope.AddressedToMine ? 5 : 70, "_OverdueRecommendations", new OverdueRecommendationsView(
            scope,
            [.. overdue.Take(Most).Where(r => named.ContainsKey(r.Row.Set)).Select(r => new OverdueRecommendation(named[r.Row.Set], deadlines.IsReplyOverdue(r.Row.Status, r.Row.Issued), r.Since!.Value))],
            overdue.Count(r => deadlines.IsReplyOverdue(r.Row.Status, r.Row.Issued)), overdue.Count(r => !deadlines.IsReplyOverdue(r.Row.Status, r.Row.Issued)),
            Href(scope, RegisterFilter.Reply, culture), Href(scope, RegisterFilter.Implementation, culture)));
    }

    OverdueScope? ScopeOf()
    {
        if (user.May(ContentPermissions.PublishContent)) return OverdueScope.All;
        if (user.OrganisationSet is null) return null;
        return user.May(RecommendationPermissions.RecordOwnStatus) ? OverdueScope.AddressedToMine : user.May(RecommendationPermissions.RecordOwnVerdict) ? OverdueScope.AskedByMine : null;
    }

    static DateOnly? SinceOf(RegisterRow row, Deadlines deadlines) =>
        deadlines.IsReplyOverdue(row.Status, row.Issued) ? deadlines.ReplyDue(row.Issued) : deadlines.IsImplementationOverdue(row.Status, row.Due) ? row.Due : null;

    string Href(OverdueScope scope, string overdue, Culture culture)
    {
        var filter = scope switch
        {
            OverdueScope.AddressedToMine => $"&{RegisterFilter.Addressee}={Uri.EscapeDataString(user.OrganisationSet!)}",
            OverdueScope.AskedByMine => $"&{Cms.Content.Indexing.ListFilters.Organisation}={Uri.EscapeDataString(user.OrganisationSet!)}",
            _ => "",
        };
        return $"/{culture.Code}/{types.Find(nameof(Recommendation))!.SlugIn(culture)}?{RegisterFilter.Overdue}={overdue}{filter}";
    }
}
