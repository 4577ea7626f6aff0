using Portal.Cms.Security;

namespace Portal.Review;

/// <summary>An account that is deleted leaves its reviews as one that is erased does.</summary>
sealed class PeopleWhoLeave(ReviewData data) : IAccountHandler
{
    public Task DeletingAsync(string userId, CancellationToken cancel) => data.EraseAsync(userId, cancel);
}
