using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <param name="Name">A short sentence, as it stands in the place of a text.</param>
/// <param name="Explanation">What it means, in two or three sentences.</param>
public sealed record ReasonText(string Name, string Explanation);

/// <summary>One wording of a public reason.</summary>
/// <param name="Version">0 = as the portal brings it, in its interface texts.</param>
/// <param name="Texts">By content culture; empty for version 0.</param>
public sealed record Reason(string Key, int Version, int Position, bool IsActive, bool HidesAtOnce, bool IsForReports, IReadOnlyDictionary<string, ReasonText> Texts)
{
    public string Name(Culture culture, IStringLocalizer T) => Texts.TryGetValue(culture.ContentCode, out var own) ? culture.Render(own.Name) : Reasons.All.TryGetValue(Key, out var brought) ? T[brought] : Key;

    /// <returns>The wording as people read it in each content culture, also where it came with the portal.</returns>
    public IReadOnlyDictionary<string, ReasonText> InEveryCulture(IStringLocalizer T)
    {
        var all = new Dictionary<string, ReasonText>(StringComparer.Ordinal);
        foreach (var content in Culture.ContentCultures) Speaking.In(content.Code, culture => all[content.Code] = new(Name(culture, T), Explanation(culture, T)));
        return all;
    }

    public string Explanation(Culture culture, IStringLocalizer T) =>
        Texts.TryGetValue(culture.ContentCode, out var own) ? culture.Render(own.Explanation) : Reasons.Explanations.TryGetValue(Key, out var brought) ? T[brought] : "";
}

/// <summary>All wordings of all reasons: the newest of each are the public list, the others stand in old decisions.</summary>
public sealed class ReasonBook(IReadOnlyList<Reason> wordings)
{
    readonly Dictionary<(string, int), Reason> byVersion = wordings.ToDictionary(r => (r.Key, r.Version));

    /// <summary>The newest wording of every reason, also of those that can no longer be chosen.</summary>
    public IReadOnlyList<Reason> Newest { get; } = [.. wordings.GroupBy(r => r.Key, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Version)!).OrderBy(r => r.Position).ThenBy(r => r.Key, StringComparer.Ordinal)];

    public IEnumerable<Reason> Active => Newest.Where(r => r.IsActive);

    public IEnumerable<Reason> ForReports => Active.Where(r => r.IsForReports);

    /// <returns>The wording that can be chosen now, or null.</returns>
    public Reason? Choose(string? key) => Active.FirstOrDefault(r => r.Key == key);

    /// <returns>The wording that held when something was decided, or null where there was no reason.</returns>
    public Reason? Held(string? key, int version) => key is null ? null : byVersion.GetValueOrDefault((key, version));
}

/// <summary>Reads the reasons; kept in memory until an administrator changes one.</summary>
public sealed class ReasonList(PortalDb db, TaggedCache cache)
{
    public const string Tag = "moderation-reasons";

    static readonly IEnumerable<Reason> Brought = Reasons.All.Keys.Select((key, i) =>
        new Reason(key, 0, i + 1, IsActive: true, Reasons.HidingAtOnce.Contains(key), IsForReports: true, new Dictionary<string, ReasonText>(StringComparer.Ordinal)));

    public ValueTask<ReasonBook> GetAsync() => cache.GetAsync("moderation-reasons", [Tag], async () =>
        new ReasonBook([.. Brought, .. (await db.ModerationReasons.AsNoTracking().ToListAsync()).Select(Read)]), _ => 20);

    public static Reason Read(ModerationReason row) => new(row.Key, row.Version, row.Position, row.IsActive, row.HidesAtOnce, row.IsForReports, JsonSerializer.Deserialize<Dictionary<string, ReasonText>>(row.Texts, ContentDocument.Json)!);
}
