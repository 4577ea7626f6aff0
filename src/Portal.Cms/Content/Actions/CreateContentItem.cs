using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Cms.Content.Actions;

/// <summary>Creates an item, as a draft: a new one, or one more culture of an existing set.</summary>
public sealed class CreateContentItem(PortalDb db, UnitOfWork work, CurrentUser user, ContentStore store, ContentAccess access, ContentTypes types, TimeProvider clock)
{
    /// <param name="LocalizationSet">The set to join; null = a new one.</param>
    /// <param name="TranslatedFromVersionId">The sibling's version that was translated; null = an original.</param>
    public sealed record Input(string ContentType, string Culture, ContentDocument Document, string? LocalizationSet = null, string? TranslatedFromVersionId = null);

    public Task<Result<ContentItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        access.DemandCreate(input.ContentType);
        if (types.Find(input.ContentType) is null) return Problem.Invalid("contentType", "There is no content type {0}.", input.ContentType);
        if (!Localization.Culture.ContentCultures.Any(c => c.Code == input.Culture)) return Problem.Invalid("culture", "Texts are written in one of these languages: {0}.", string.Join(", ", Localization.Culture.ContentCultures.Select(c => c.Code)));

        var id = Ids.New();
        var item = new ContentItem
        {
            ContentItemId = id, ContentType = input.ContentType, LocalizationSet = input.LocalizationSet ?? id, Culture = input.Culture,
            OwnerId = user.Id, OrganisationSet = user.OrganisationSet, CreatedUtc = clock.UtcNow,
        };
        await work.AloneAsync($"set {item.LocalizationSet}", cancel);
        var siblings = await db.ContentItems.Where(i => i.LocalizationSet == item.LocalizationSet).ToListAsync(cancel);
        if (siblings.Any(s => s.ContentType != item.ContentType)) return ContentStore.NoSuchItem;
        // A further culture writes what all of them share.
        foreach (var sibling in siblings) access.DemandEdit(sibling);
        if (siblings.Any(s => s.Culture == item.Culture)) return Problem.Conflict("There is a text in this language already.");

        db.ContentItems.Add(item);
        var draft = await store.WriteDraftAsync(item, input.Document, new(TranslatedFromVersionId: input.TranslatedFromVersionId), cancel);
        if (draft.Problem is { } problem) return problem;
        access.DemandEdit(item);
        store.Record(item, "Created");
        return item;
    }, cancel);
}
