using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Users.SecondFactors;

/// <summary>Who must prove by more than a password who they are.</summary>
/// <remarks>Site setting <c>AccountSettings.SecondFactorRoles</c>, a list of role names. <c>Portal:SecondFactor=optional</c> asks nobody: for demonstrations, on machines that hold nobody's data.</remarks>
public sealed class SecondFactorRule(SiteSettings settings, IConfiguration configuration)
{
    public static readonly IReadOnlyList<string> RolesAtFirst = [Role.Administrator, "Moderator", "InstitutionOfficial"];

    public async ValueTask<bool> IsRequiredOfAsync(IEnumerable<string> roles)
    {
        if (string.Equals(configuration["Portal:SecondFactor"], "optional", StringComparison.OrdinalIgnoreCase)) return false;
        var required = await RolesAsync();
        return roles.Any(r => required.Contains(r, StringComparer.Ordinal));
    }

    public async ValueTask<IReadOnlyList<string>> RolesAsync() =>
        (await settings.GetAsync("AccountSettings"))?["SecondFactorRoles"] is JsonArray set ? [.. set.Select(r => (string?)r).OfType<string>()] : RolesAtFirst;
}
