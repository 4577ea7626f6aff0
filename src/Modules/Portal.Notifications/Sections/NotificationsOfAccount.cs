using Portal.Cms.Display;
using Portal.Notifications.Queries;

namespace Portal.Notifications.Sections;

/// <summary>On the page of the own account: what the person has not read, where there is any.</summary>
public sealed class NotificationsOfAccount(NotificationList list) : IContentSection
{
    const int Most = 5;

    public bool AppliesTo(string contentType) => contentType == "Account";

    /// <remarks>The page of an account is its holder's alone: its set is the account's id.</remarks>
    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var rows = await list.UnreadAsync(page.Set, Most, cancel);
        return rows.Count == 0 ? [] : [new("after", null, "_UnreadNotifications", rows)];
    }
}
