using Portal.Cms.Security;

namespace Portal.Recipes;

/// <summary>Who may run recipes. A recipe can give roles any permission: whoever may run one may do everything.</summary>
public sealed class RecipePermissions : IPermissionProvider
{
    public static readonly Permission ImportRecipes = new("ImportRecipes", "Run recipes", IsSecurityCritical: true);

    public IEnumerable<Permission> Permissions => [ImportRecipes];
}
