using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Content;

/// <summary>Keeps an alias with one item: in the table of addresses, whose key nobody takes twice, under <see cref="InPlaceOfCulture"/>. Upper and lower case are the same.</summary>
public sealed class Aliases(PortalDb db, UnitOfWork work) : ContentHandler
{
    /// <summary>What stands in <see cref="ContentPath.Culture"/> where the path is an alias.</summary>
    public const string InPlaceOfCulture = "alias";

    const int Longest = 200;

    /// <summary>What an alias begins with where an id could stand too: a content handle, as Orchard Core writes it.</summary>
    public const string Handle = "alias:";

    /// <returns>The item with an alias; null where there is none.</returns>
    public async Task<string?> FindAsync(string alias, CancellationToken cancel) => alias.Length > Longest || !ContentText.IsStorable(alias) ? null : (await db.ContentPaths.FindAsync([InPlaceOfCulture, Folded(alias)], cancel))?.ContentItemId;

    public override async Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (Of(change.Document) is not { } alias) return;
        if (alias.Length > Longest)
        {
            errors.Add(new FieldError(Field, "At most {0} characters are possible here.", Longest));
            return;
        }

        // Two items that ask for it at the same moment: the later one sees what the first one took.
        await work.AloneAsync($"alias {alias}", cancel);
        if (await HolderAsync(alias, change.Item.ContentItemId, cancel) is { } other) errors.Add(new FieldError(Field, "“{0}” has the alias {1} already.", other, alias));
    }

    public override async Task SavedAsync(ContentChange change, CancellationToken cancel)
    {
        var (id, alias) = (change.Item.ContentItemId, Of(change.Document));
        if (alias is null && db.IsNew(change.Item)) return;

        var own = await db.ContentPaths.Where(p => p.ContentItemId == id && p.Culture == InPlaceOfCulture).ToListAsync(cancel);
        db.ContentPaths.RemoveRange(own.Where(p => p.Path != alias));
        if (alias is null || own.Exists(p => p.Path == alias)) return;

        // Who had it lies in the bin: see the check.
        if (await db.ContentPaths.FindAsync([InPlaceOfCulture, alias], cancel) is { } binned) binned.ContentItemId = id;
        else db.ContentPaths.Add(new() { Culture = InPlaceOfCulture, Path = alias, ContentItemId = id });
    }

    const string Field = $"{nameof(AliasPart)}.{nameof(AliasPart.Alias)}";

    /// <returns>Title of another item that has the alias and is not in the bin.</returns>
    Task<string?> HolderAsync(string alias, string contentItemId, CancellationToken cancel) =>
        (from path in db.ContentPaths
         join item in db.ContentItems on path.ContentItemId equals item.ContentItemId
         join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
         where path.Culture == InPlaceOfCulture && path.Path == alias && path.ContentItemId != contentItemId
         select version.DisplayText).FirstOrDefaultAsync(cancel);

    static string? Of(ContentDocument document) => document.As<AliasPart>()?.Alias is { } alias && !string.IsNullOrWhiteSpace(alias) ? Folded(alias) : null;

    static string Folded(string alias) => alias.Trim().ToLowerInvariant();
}
