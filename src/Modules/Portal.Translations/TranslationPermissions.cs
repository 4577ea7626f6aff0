using Portal.Cms.Security;

namespace Portal.Translations;

/// <summary>Translating content asks for the permission to edit it. The words that belong to the whole site have a permission of their own, Orchard Core's.</summary>
public sealed class TranslationPermissions : IPermissionProvider
{
    public static readonly Permission ManageTranslations = new("ManageTranslations", "Change the words of the interface and the glossary");

    public IEnumerable<Permission> Permissions => [ManageTranslations];
}
