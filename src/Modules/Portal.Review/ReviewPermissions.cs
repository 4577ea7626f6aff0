using Portal.Cms.Security;

namespace Portal.Review;

public sealed class ReviewPermissions : IPermissionProvider
{
    public static readonly Permission ManageRules = new("ManageReviewRules", "Say how many people must approve a text before it is published");

    public IEnumerable<Permission> Permissions => [ManageRules];
}
