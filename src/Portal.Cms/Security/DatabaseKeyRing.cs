using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.Cms.Settings;

namespace Portal.Cms.Security;

/// <summary>Keeps the data-protection keys in the database, where every node finds them. What they protect stays readable after a restart.</summary>
/// <remarks>The platform's interface is synchronous and asked at start and at key rotation only.</remarks>
public sealed class DatabaseKeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<PortalDb>().DataProtectionKeys.Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDb>();
        // No unit of work here: a key may be made in the middle of a request that is itself waiting at the gate.
        db.DataProtectionKeys.Add(new StoredKey { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
