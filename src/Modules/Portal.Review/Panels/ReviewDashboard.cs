using Portal.Cms.Display;
using Portal.Cms.Content;
using Portal.Cms.Security;
using Portal.Review.Queries;

namespace Portal.Review.Panels;

/// <param name="IsReturned">They came back to the person; otherwise they wait for them.</param>
/// <param name="HasMore">There are more than are shown.</param>
public sealed record ReviewDashboardView(bool IsReturned, IReadOnlyList<ReviewRow> Rows, bool HasMore)
{
    public const int Shown = 5;
}

/// <summary>On the first page, for who publishes anything: texts that wait for their review.</summary>
public sealed class WaitingForReview(ReviewList list, ContentTypes types, ContentAccess access, CurrentUser user) : IDashboardPanel
{
    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        if (!user.IsSignedIn || !types.All.Any(t => access.MayPublishNew(t.Name))) return null;
        var rows = await list.WaitingForMeAsync(ReviewDashboardView.Shown + 1, cancel);
        return new(20, "_ReviewDashboard", new ReviewDashboardView(IsReturned: false, [.. rows.Take(ReviewDashboardView.Shown)], rows.Count > ReviewDashboardView.Shown));
    }
}

/// <summary>On the first page: texts that came back to the person with a note. Nothing came back: nothing is shown.</summary>
public sealed class ReturnedToMe(ReviewList list, ContentTypes types, ContentAccess access, CurrentUser user) : IDashboardPanel
{
    public async Task<DashboardPanel?> LoadAsync(CancellationToken cancel)
    {
        if (!user.IsSignedIn || !types.All.Any(t => access.MayCreate(t.Name))) return null;
        var rows = await list.ReturnedToMeAsync(ReviewDashboardView.Shown + 1, cancel);
        return rows.Count == 0 ? null : new(15, "_ReviewDashboard", new ReviewDashboardView(IsReturned: true, [.. rows.Take(ReviewDashboardView.Shown)], rows.Count > ReviewDashboardView.Shown));
    }
}
