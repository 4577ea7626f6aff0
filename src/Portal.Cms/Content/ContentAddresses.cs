using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Content;

/// <summary>What stands at an address.</summary>
/// <param name="MovedTo">Where the item is now, if this is an old address of it.</param>
public sealed record ContentAddress(string ContentItemId, string ContentType, string LocalizationSet, string? MovedTo);

/// <summary>Gives items their addresses and finds items by them. One address per culture; old ones are remembered.</summary>
public sealed class ContentAddresses(PortalDb db, ContentTypes types, TaggedCache cache)
{
    const int LongestPath = 200;

    /// <summary>The item that is public at a path.</summary>
    static readonly Func<PortalDb, string, string, CancellationToken, Task<string?>> Holder = CompiledQuery.Single((PortalDb db, string culture, string path, CancellationToken cancel) =>
        db.Set<ContentItem>().Where(i => i.Culture == culture && i.PublishedPath == path).Select(i => i.ContentItemId).FirstOrDefault());

    /// <returns>What stands at a path below a culture, published or moved; null where nothing does.</returns>
    public ValueTask<ContentAddress?> FindAsync(Culture culture, string path, CancellationToken cancel) => path.Length > LongestPath
        ? ValueTask.FromResult<ContentAddress?>(null)
        : cache.GetAsync(("path", culture.ContentCode, path), [Tags.Paths], () => ReadAsync(culture.ContentCode, path, cancel));

    async Task<ContentAddress?> ReadAsync(string culture, string path, CancellationToken cancel) =>
        await (from address in db.ContentPaths
               join item in db.ContentItems on address.ContentItemId equals item.ContentItemId
               where address.Culture == culture && address.Path == path && item.PublishedPath != null
               select new ContentAddress(item.ContentItemId, item.ContentType, item.LocalizationSet, item.PublishedPath == path ? null : item.PublishedPath))
            .SingleOrDefaultAsync(cancel);

    /// <summary>Gives an item that is being published the address its route part asks for, or one made from its title.</summary>
    /// <returns>A problem where the address asked for is taken or malformed.</returns>
    public async Task<Problem?> AssignAsync(ContentItem item, ContentDocument document, CancellationToken cancel)
    {
        if (types.Find(item.ContentType)?.Controller is null) return null;

        var asked = Asked(item, document);
        if (asked is not null && !IsWellFormed(asked)) return Problem.Invalid("AutoroutePart.Path", "An address consists of lower-case letters, digits and hyphens, in parts divided by slashes; {0} characters at most.", LongestPath);

        var path = asked ?? Made(item, document);
        for (var suffix = 2; await IsTakenAsync(path, item, cancel); suffix++)
        {
            if (asked is not null) return Problem.Invalid("AutoroutePart.Path", "Another page already has the address {0}.", path);
            path = $"{Made(item, document)}-{suffix}";
        }

        item.PublishedPath = path;
        if (await db.ContentPaths.FindAsync([item.Culture, path], cancel) is { } row) row.ContentItemId = item.ContentItemId;
        else db.ContentPaths.Add(new() { Culture = item.Culture, Path = path, ContentItemId = item.ContentItemId });
        return null;
    }

    static string? Asked(ContentItem item, ContentDocument document)
    {
        if (document.As<AutoroutePart>()?.Path is not { Length: > 0 } path) return null;
        var prefix = item.Culture + "/";
        return path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
    }

    string Made(ContentItem item, ContentDocument document)
    {
        var slug = Slug.From(document.DisplayText);
        return Culture.TryFrom(item.Culture, out var culture) && types.Find(item.ContentType)?.SlugIn(culture) is { } type ? $"{type}/{slug}" : slug;
    }

    static bool IsWellFormed(string path) =>
        path.Length <= LongestPath && path.Split('/').All(segment => segment.Length > 0 && segment.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    async Task<bool> IsTakenAsync(string path, ContentItem item, CancellationToken cancel) =>
        await Holder(db, item.Culture, path, cancel) is { } holder && holder != item.ContentItemId;
}
