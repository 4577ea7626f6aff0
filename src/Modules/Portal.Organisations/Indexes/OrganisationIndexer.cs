using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Organisations.Models;

namespace Portal.Organisations.Indexes;

/// <summary>Checks organisations and keeps their index rows.</summary>
public sealed class OrganisationIndexer(PortalDb db) : ContentHandler
{
    public override Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Document.As<Organisation>() is not { } part) return Task.CompletedTask;
        if (part.Kind?.Text is { Length: > 0 } kind && !OrganisationKinds.All.Contains(kind, StringComparer.Ordinal)) errors.Add(new("Organisation.Kind", "One of {0}.", string.Join(", ", OrganisationKinds.All)));
        if (part.Website?.Url is { Length: > 0 } url && !IsWebAddress(url)) errors.Add(new("Organisation.Website", "The address of a website begins with http:// or https://."));
        return Task.CompletedTask;
    }

    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        var (item, _, document) = change;
        if (item.ContentType != nameof(Organisation) || item.PublishedPath is not { } path) return;

        var part = document.As<Organisation>() ?? new();
        if (await db.OrganisationIndex.FindAsync([item.ContentItemId], cancel) is not { } row)
        {
            row = new() { ContentItemId = item.ContentItemId, LocalizationSet = item.LocalizationSet, Culture = item.Culture, Name = "", Path = "" };
            db.OrganisationIndex.Add(row);
        }

        (row.Name, row.Path) = (document.DisplayText, path);
        (row.ShortName, row.Municipality) = (part.ShortName?.Text ?? "", part.Municipality?.Text ?? "");
        row.SortKey = Culture.TryFrom(item.Culture, out var culture) ? SortKeys.For(culture, row.Name) : [];
        row.LatinSortKey = culture == Culture.Sr ? SortKeys.For(Culture.SrLatn, row.Name) : [];

        // The kind is shared: publishing it in one culture publishes it in all.
        row.Kind = part.Kind?.Text ?? "";
        foreach (var sibling in await db.OrganisationIndex.Where(o => o.LocalizationSet == item.LocalizationSet).ToListAsync(cancel)) sibling.Kind = row.Kind;
    }

    public override async Task UnpublishedAsync(ContentChange change, CancellationToken cancel)
    {
        if (await db.OrganisationIndex.FindAsync([change.Item.ContentItemId], cancel) is { } row) db.OrganisationIndex.Remove(row);
    }

    static bool IsWebAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
}
