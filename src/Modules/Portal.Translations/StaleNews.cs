using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;

namespace Portal.Translations;

/// <summary>Tells whoever translated a text that its source has a later public text; where nobody known did, those who look after translations.</summary>
public sealed class StaleNews(PortalDb db, ContentPublishers people, Notify notify) : ContentHandler
{
    public static readonly NotificationKind Kind = new("translation-outdated", "Translations of mine that become outdated", For: StandardPermissions.AccessAdminPanel);

    sealed record Translation(string ContentItemId, string Culture, string Title, string? AuthorId);

    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        var (item, version, _) = change;
        // What was not public before is nobody's source yet, and what stays public was not rewritten.
        if (db.Entry(item).Property(i => i.PublishedVersionId).OriginalValue is not { } before || before == version.VersionId) return;

        foreach (var translation in await OutdatedBy(item, version).ToListAsync(cancel))
        {
            IReadOnlyList<string> whom = translation.AuthorId is { } author ? [author] : await people.HoldersOfAsync(TranslationPermissions.ManageTranslations, cancel);
            var href = $"/admin/translations/{Uri.EscapeDataString(item.LocalizationSet)}/{translation.Culture}?from={item.Culture}";
            await notify.TellAsync(new Notice(Kind.Name, "“{1}” is outdated: the text that it was translated from has changed.", href, translation.ContentItemId, translation.Title), whom, cancel);
        }
    }

    /// <summary>Public translations of the item whose source is another version of it than the one that is public now.</summary>
    IQueryable<Translation> OutdatedBy(ContentItem item, ContentItemVersion version) =>
        from sibling in db.ContentItems
        join text in db.ContentItemVersions on sibling.PublishedVersionId equals text.VersionId
        join source in db.ContentItemVersions on text.TranslatedFromVersionId equals source.VersionId
        join author in db.Users on text.Author equals author.UserName into authors
        from author in authors.DefaultIfEmpty()
        where sibling.LocalizationSet == item.LocalizationSet && sibling.ContentItemId != item.ContentItemId && source.ContentItemId == item.ContentItemId && source.VersionId != version.VersionId
        select new Translation(sibling.ContentItemId, sibling.Culture, text.DisplayText, author == null || author.ClosedUtc != null ? null : author.Id);
}
