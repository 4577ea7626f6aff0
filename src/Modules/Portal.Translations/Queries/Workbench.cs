using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Translations.Drafting;
using Portal.Translations.Models;
using Portal.Translations.Texts;

namespace Portal.Translations.Queries;

/// <summary>A text of the set in one language.</summary>
/// <param name="TranslatedFrom">Id of the version it was translated from; null = an original.</param>
public sealed record WorkbenchItem(ContentItem Item, ContentItemVersion Latest, string? TranslatedFrom)
{
    public Culture Culture => Culture.TryFrom(Item.Culture, out var culture) ? culture : Culture.En;
}

/// <summary>How a translation stands to the source that is shown: made from an earlier version, or not made from it.</summary>
public enum FollowState { Behind, Unrelated }

/// <summary>One text and its translation.</summary>
/// <param name="Items">The texts of the set in every language that has one.</param>
/// <param name="SourceVersion">What is translated: the public text, or the latest where none is public.</param>
/// <param name="Before">The version that the translation was made from, where the source has a later one.</param>
/// <param name="Target">Null: not translated yet.</param>
public sealed record WorkbenchText(
    ContentTypeDefinition Type, ContentSet Set, IReadOnlyList<WorkbenchItem> Items, WorkbenchItem Source, ContentItemVersion SourceVersion, ContentItemVersion? Before, WorkbenchItem? Target, Culture Culture, TranslationDraft Draft)
{
    public JsonObject? TargetContent { get; init; }

    /// <summary>Whether the translator may say that the translation follows the source as it is now; null where it does already.</summary>
    public FollowState? Latest() => Target is null || Target.TranslatedFrom == SourceVersion.VersionId ? null : Before is not null ? FollowState.Behind : FollowState.Unrelated;
}

/// <summary>Reads a text and its translation: four queries, whatever they hold.</summary>
public sealed class Workbench(PortalDb db, ContentTypes types)
{
    /// <param name="from">The language to translate from; null = the one it was translated from, else an original.</param>
    /// <param name="versionId">The version of the source that a form was made of; null = the one to translate now.</param>
    /// <returns>Null where there is no such set, its type is not known, or no other language has a text to translate.</returns>
    public async Task<WorkbenchText?> FindAsync(string set, Culture culture, Culture? from, string? versionId, CancellationToken cancel)
    {
        var items = await ItemsAsync(set, cancel);
        if (items.Count == 0 || types.Find(items[0].Item.ContentType) is not { } type) return null;

        var target = items.FirstOrDefault(i => i.Item.Culture == culture.Code);
        var before = target?.TranslatedFrom is { } translated ? await db.ContentItemVersions.AsNoTracking().SingleOrDefaultAsync(v => v.VersionId == translated, cancel) : null;
        if (Source(items, culture, from, before) is not { } source) return null;

        var asked = versionId ?? source.Item.PublishedVersionId;
        var version = asked is null || asked == source.Latest.VersionId ? source.Latest : await db.ContentItemVersions.AsNoTracking().SingleOrDefaultAsync(v => v.VersionId == asked && v.ContentItemId == source.Item.ContentItemId, cancel);
        if (version is null) return null;

        if (before is not null && (before.ContentItemId != source.Item.ContentItemId || before.VersionId == version.VersionId)) before = null;
        var shared = await db.ContentSets.AsNoTracking().SingleAsync(s => s.LocalizationSet == set, cancel);
        var pairs = target is null ? null : await db.TranslationPairs.AsNoTracking().Where(p => p.ContentItemId == target.Item.ContentItemId && p.SourceCulture == source.Item.Culture).Select(p => p.Json).SingleOrDefaultAsync(cancel);
        var content = target is null ? null : ContentOf(target.Latest);
        return new(type, shared, items, source, version, before, target, culture, new(TypeTexts.Of(type), ContentOf(version), before is null ? null : ContentOf(before), content, PassagePairs.Parse(pairs))) { TargetContent = content };
    }

    /// <summary>The texts of a set, one per language that has one.</summary>
    public Task<List<WorkbenchItem>> ItemsAsync(string set, CancellationToken cancel) =>
        (from item in db.ContentItems.AsNoTracking()
         join latest in db.ContentItemVersions.AsNoTracking() on item.LatestVersionId equals latest.VersionId
         where item.LocalizationSet == set
         orderby item.Culture
         select new WorkbenchItem(item, latest, latest.TranslatedFromVersionId)).ToListAsync(cancel);

    static WorkbenchItem? Source(IReadOnlyList<WorkbenchItem> items, Culture culture, Culture? from, ContentItemVersion? before)
    {
        var others = items.Where(i => i.Item.Culture != culture.Code).ToList();
        if (from is not null) return others.Find(i => i.Item.Culture == from.ContentCode);
        return others.Find(i => i.Item.ContentItemId == before?.ContentItemId) ?? others.OrderByDescending(i => i.Item.PublishedVersionId is not null).ThenBy(i => i.TranslatedFrom is not null).FirstOrDefault();
    }

    static JsonObject ContentOf(ContentItemVersion version) => ContentDocument.Parse(version.Json).Content;
}
