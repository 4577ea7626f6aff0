using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;

namespace Portal.Users;

/// <summary>The roles that somebody has for an organisation and loses with it.</summary>
public static class OrganisationRoles
{
    public const string Owner = "OrganisationOwner", Editor = "MemberEditor", Official = "InstitutionOfficial";

    public static IReadOnlyList<string> All { get; } = [Owner, Editor, Official];

    static readonly Problem NoInstitution = Problem.Invalid("organisation", "An institution official belongs to an institution. Choose one.");

    /// <returns>Why these roles do not go with the organisation; null = they do.</returns>
    /// <param name="organisationSet">Localization set; null = none.</param>
    public static async Task<Problem?> CheckAsync(PortalDb db, IEnumerable<string> roles, string? organisationSet, CancellationToken cancel)
    {
        if (!roles.Contains(Official, StringComparer.Ordinal)) return null;
        return organisationSet is not null && await db.ContentItemIndex.AnyAsync(i => i.LocalizationSet == organisationSet && i.ContentType == "Organisation" && i.Kind == "institution", cancel) ? null : NoInstitution;
    }
}
