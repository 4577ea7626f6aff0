using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Contents.ViewModels;

namespace Portal.Contents.Lists;

/// <summary>Does one thing to many items, each by its own action and in its own transaction: what is refused keeps nothing else from happening, and says why.</summary>
public sealed class BulkActions(PortalDb db, PublishContentItem publish, UnpublishContentItem unpublish, RemoveContentItem remove, IStringLocalizer text)
{
    public const string Publish = "publish", Unpublish = "unpublish", Remove = "remove";

    /// <summary>As many as a page of the list has.</summary>
    public const int Most = 50;

    public static bool Knows(string? verb) => verb is Publish or Unpublish or Remove;

    public async Task<BulkReport> RunAsync(string verb, IReadOnlyCollection<string> ids, string backHref, CancellationToken cancel)
    {
        var chosen = ids.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var titles = await TitlesAsync(chosen, cancel);
        var (succeeded, refused) = (0, new List<BulkRefusal>());
        foreach (var id in chosen)
        {
            if ((await DoAsync(verb, id, cancel)).Problem is not { } problem) succeeded++;
            else refused.Add(new(id, titles.GetValueOrDefault(id).Title ?? id, titles.GetValueOrDefault(id).Lang ?? "", [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]));
        }

        return new(Said(verb, succeeded), succeeded, refused, backHref);
    }

    string Said(string verb, int number) => verb switch
    {
        Publish => text.Plural(number, "{0} item is public now.", "{0} items are public now."),
        Unpublish => text.Plural(number, "{0} item is no longer public.", "{0} items are no longer public."),
        _ => text.Plural(number, "{0} item is in the bin now.", "{0} items are in the bin now."),
    };

    Task<Result<ContentItem>> DoAsync(string verb, string id, CancellationToken cancel) => verb switch
    {
        Publish => publish.RunAsync(id, cancel),
        Unpublish => unpublish.RunAsync(id, cancel),
        _ => remove.RunAsync(id, cancel),
    };

    async Task<Dictionary<string, (string Title, string Lang)>> TitlesAsync(List<string> ids, CancellationToken cancel)
    {
        var rows = await (from item in db.ContentItems
                          join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                          where ids.Contains(item.ContentItemId)
                          select new { item.ContentItemId, version.DisplayText, item.Culture }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.ContentItemId, r => (r.DisplayText, Culture.TryFrom(r.Culture, out var culture) ? culture.HtmlLang : r.Culture), StringComparer.Ordinal);
    }
}
