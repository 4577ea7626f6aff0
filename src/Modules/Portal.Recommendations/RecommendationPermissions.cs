using Portal.Cms.Content;
using Portal.Cms.Security;

namespace Portal.Recommendations;

/// <summary>Who may record what was said. "Own" means: in the name of one's own organisation.</summary>
public sealed class RecommendationPermissions : IPermissionProvider
{
    public static readonly Permission RecordStatus = new("RecordInstitutionStatus", "Record what any institution answers to recommendations", [ContentPermissions.PublishContent]);
    public static readonly Permission RecordOwnStatus = new("RecordOwnInstitutionStatus", "Answer recommendations to one's own institution", [RecordStatus]);
    public static readonly Permission RecordVerdict = new("RecordVerdict", "Record how any organisation sees the answers to its recommendations", [ContentPermissions.PublishContent]);
    public static readonly Permission RecordOwnVerdict = new("RecordOwnVerdict", "Judge the answers to recommendations of one's own organisation", [RecordVerdict, ContentPermissions.EditOwnContent]);

    public IEnumerable<Permission> Permissions => [RecordStatus, RecordOwnStatus, RecordVerdict, RecordOwnVerdict];
}
