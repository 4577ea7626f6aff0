using Portal.Cms.Content.Definitions;
using Portal.Cms.Localization;

namespace Portal.Cms.Content;

/// <summary>The content types of the enabled modules with what administrators added to them, and the types that came by recipe.</summary>
public sealed class ContentTypes(IEnumerable<ContentTypeDefinition> definitions, StoredDefinitions? stored = null)
{
    sealed record Snapshot(IReadOnlyDictionary<string, ContentTypeDefinition> ByName, long Stamp);

    readonly IReadOnlyDictionary<string, ContentTypeDefinition> ofModules = definitions.ToDictionary(d => d.Name, StringComparer.Ordinal);
    volatile Snapshot? snapshot;

    public IReadOnlyCollection<ContentTypeDefinition> All => [.. ByName.Values];

    /// <summary>The types as the modules' code has them.</summary>
    public IReadOnlyCollection<ContentTypeDefinition> OfModules => [.. ofModules.Values];

    public ContentTypeDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    /// <returns>The type whose list stands at this path below the culture.</returns>
    public ContentTypeDefinition? ListedAt(Culture culture, string path) => ByName.Values.FirstOrDefault(t => t.SlugIn(culture) == path);

    /// <summary>Read again when definitions changed, here or in another process: one small query, in the middle of rules that ask no database otherwise, which is why it does not wait asynchronously.</summary>
    IReadOnlyDictionary<string, ContentTypeDefinition> ByName
    {
        get
        {
            if (stored is null) return ofModules;
            if (snapshot is { } kept && stored.AreUnchangedSince(kept.Stamp)) return kept.ByName;

            var stamp = stored.Stamp;
            var made = TypeComposer.Compose(ofModules, stored.Read());
            snapshot = new(made, stamp);
            return made;
        }
    }
}
