using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Translations.Models;

namespace Portal.Translations.Queries;

/// <summary>A word of the glossary that stands in a passage, and what it is in the other language.</summary>
public sealed record GlossaryHint(string Word, string Translation, string? Note);

/// <summary>The words of the site, kept in memory until one changes.</summary>
public sealed class Glossary(PortalDb db, TaggedCache cache)
{
    /// <summary>Name of the setting, and tag of what is made of it.</summary>
    public const string Setting = "Glossary", Tag = "glossary";

    /// <summary>In lower case, as the recipe writes its members.</summary>
    public static readonly JsonSerializerOptions Json = new(ContentDocument.Json) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public ValueTask<IReadOnlyList<GlossaryTerm>> AllAsync(CancellationToken cancel) => cache.GetAsync("glossary", [Tag, Tags.Settings], async () =>
        Read(await db.Settings.AsNoTracking().Where(s => s.Name == Setting).Select(s => s.Json).SingleOrDefaultAsync(cancel)), terms => 1 + terms.Count / 2);

    public static IReadOnlyList<GlossaryTerm> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<GlossaryTerm>>(json, Json) ?? [];
}
