using Portal.Cms.Security;

namespace Portal.Notifications;

/// <summary>An account that is deleted takes along what one that is erased does.</summary>
sealed class PeopleWhoLeave(NotificationData data) : IAccountHandler
{
    public Task DeletingAsync(string userId, CancellationToken cancel) => data.EraseAsync(userId, cancel);
}
