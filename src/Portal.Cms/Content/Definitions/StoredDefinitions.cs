using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Caching;
using Portal.Cms.Data;

namespace Portal.Cms.Content.Definitions;

/// <summary>The rows of content definitions, and whether they changed.</summary>
public sealed class StoredDefinitions(IServiceScopeFactory scopes, Evictions evictions)
{
    static readonly string[] Tag = [Tags.Definitions];

    public long Stamp => evictions.Stamp;

    public bool AreUnchangedSince(long stamp) => evictions.NoneOf(Tag, stamp);

    public IReadOnlyList<StoredContentDefinition> Read()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<PortalDb>().ContentDefinitions.AsNoTracking().OrderBy(d => d.Name)];
    }
}
