using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Site.Taxonomies;

namespace Portal.Site;

/// <summary>Keeps terms in order: one level deep, no reference to a term that was merged, none anew to one that is retired.</summary>
public sealed class TermsHandler(PortalDb db, UnitOfWork work, TermTree terms) : ContentHandler
{
    const string Field = TermTree.ParentField;

    /// <summary>Who names terms and who merges them take turns, so that no text keeps a term that is merged at this moment.</summary>
    public const string Lock = "terms";

    public override async Task SavingAsync(ContentItem item, ContentDocument document, CancellationToken cancel)
    {
        string[] named = [.. TermReferences.In(document.Content).Distinct(StringComparer.Ordinal)];
        if (named.Length == 0) return;
        await work.AloneAsync(Lock, cancel);
        foreach (var merged in await db.MergedTerms.AsNoTracking().Where(t => named.Contains(t.LocalizationSet)).ToListAsync(cancel)) TermReferences.Move(document.Content, merged.LocalizationSet, merged.Into, item.LocalizationSet);
    }

    public override async Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        var (item, _, document) = change;
        if (document.As<TermPart>() is { ParentSet: { } parent }) await CheckPlaceAsync(item, parent, errors, cancel);
        if (document.As<TopicsPart>() is { } topics) await CheckRetiredAsync(item, [.. topics.Themes?.LocalizationSets ?? [], .. topics.Municipalities?.LocalizationSets ?? []], errors, cancel);
    }

    public override Task PublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change);

    public override Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => EvictAsync(change);

    Task EvictAsync(ContentChange change)
    {
        if (Models.Taxonomies.All.Contains(change.Item.ContentType, StringComparer.Ordinal)) work.Evict(Tags.Terms);
        return Task.CompletedTask;
    }

    async Task CheckPlaceAsync(ContentItem item, string parent, List<FieldError> errors, CancellationToken cancel)
    {
        if (parent == item.LocalizationSet || !await db.ContentItems.AnyAsync(i => i.LocalizationSet == parent && i.ContentType == item.ContentType && i.LatestVersionId != null, cancel))
            errors.Add(new(Field, "Choose another term of the same taxonomy."));
        else if (await db.ContentReferences.AnyAsync(r => r.Field == Field && (r.LocalizationSet == parent || r.Target == item.LocalizationSet), cancel))
            errors.Add(new(Field, "Terms stand one level below another, and no deeper."));
    }

    async Task CheckRetiredAsync(ContentItem item, string[] chosen, List<FieldError> errors, CancellationToken cancel)
    {
        var retired = await terms.RetiredAsync(cancel);
        string[] gone = [.. chosen.Where(retired.ContainsKey)];
        if (gone.Length == 0) return;
        // What points there already may stay.
        var known = await db.ContentReferences.Where(r => r.LocalizationSet == item.LocalizationSet && gone.Contains(r.Target)).Select(r => r.Target).ToListAsync(cancel);
        foreach (var set in gone.Except(known, StringComparer.Ordinal)) errors.Add(new(nameof(TopicsPart), "The term {0} is retired. Choose another.", retired[set]));
    }
}
