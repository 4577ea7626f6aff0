using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Users.SecondFactors;

/// <summary>Who must prove by more than a password who they are.</summary>
/// <remarks>Site setting <c>AccountSettings.SecondFactorRoles</c>, a list of role names. <c>Portal:SecondFactor=optional</c> asks nobody: for demonstrations, on machines that hold nobody's data.</remarks>
public sealed class SecondFactorRule(SiteSettings settings, IConfiguration configuration)
{
    public static readonly IReadOnlyList<string> RolesAtFirst = [Role.Administrator, "Moderator", "InstitutionOfficial"];

    /// <summary>Its form among the site's settings.</summary>
    public static SettingsGroup Group { get; } = new("accounts", 60, "Accounts", "Who has to prove by more than a password who they are.",
        [new ManySetting("AccountSettings.SecondFactorRoles", "Roles that need a second factor", RolesAtFirst, RoleOptionsAsync, "Who has one of them and no authenticator app or passkey is led to add one before anything else.")]);

    static async Task<IReadOnlyList<SettingOption>> RoleOptionsAsync(PortalDb db, CancellationToken cancel) =>
        [.. (await db.Roles.Where(r => r.Name != Role.Anonymous && r.Name != Role.Authenticated).OrderBy(r => r.Name).Select(r => r.Name!).ToListAsync(cancel)).Select(r => new SettingOption(r, RoleNames.MessageOf(r) ?? r))];

    public async ValueTask<bool> IsRequiredOfAsync(IEnumerable<string> roles)
    {
        if (string.Equals(configuration["Portal:SecondFactor"], "optional", StringComparison.OrdinalIgnoreCase)) return false;
        var required = await RolesAsync();
        return roles.Any(r => required.Contains(r, StringComparer.Ordinal));
    }

    public async ValueTask<IReadOnlyList<string>> RolesAsync() =>
        (await settings.GetAsync("AccountSettings"))?["SecondFactorRoles"] is JsonArray set ? [.. set.Select(r => (string?)r).OfType<string>()] : RolesAtFirst;
}
