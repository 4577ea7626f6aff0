using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Publications.Models;

namespace Portal.Publications.Indexes;

/// <summary>Checks analyses and keeps their index rows.</summary>
public sealed class AnalysisIndexer(PortalDb db, TimeProvider clock) : ContentHandler
{
    public override Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Document.As<PolicyAnalysis>()?.Kind?.Text is { Length: > 0 } kind && !AnalysisKinds.All.Contains(kind, StringComparer.Ordinal))
        {
            errors.Add(new("PolicyAnalysis.Kind", "One of {0}.", string.Join(", ", AnalysisKinds.All)));
        }

        return Task.CompletedTask;
    }

    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        var (item, _, document) = change;
        if (item.ContentType != nameof(PolicyAnalysis) || item.PublishedPath is not { } path) return;

        if (await db.AnalysisIndex.FindAsync([item.ContentItemId], cancel) is not { } row)
        {
            row = new() { ContentItemId = item.ContentItemId, LocalizationSet = item.LocalizationSet, Culture = item.Culture, Title = "", Path = "" };
            db.AnalysisIndex.Add(row);
        }

        var part = document.As<PolicyAnalysis>() ?? new();
        (row.Title, row.Path, row.Abstract) = (document.DisplayText, path, part.Abstract?.Text ?? "");
        (row.Kind, row.OrganisationSet) = (part.Kind?.Text ?? "", document.As<OrganisationPart>()?.Set);
        row.Day = part.PublicationDate?.Day ?? DateOnly.FromDateTime(item.PublishedUtc ?? clock.UtcNow);

        // These three are shared: publishing them in one culture publishes them in all.
        foreach (var sibling in await db.AnalysisIndex.Where(a => a.LocalizationSet == item.LocalizationSet).ToListAsync(cancel))
        {
            (sibling.Kind, sibling.Day, sibling.OrganisationSet) = (row.Kind, row.Day, row.OrganisationSet);
        }
    }

    public override async Task UnpublishedAsync(ContentChange change, CancellationToken cancel)
    {
        if (await db.AnalysisIndex.FindAsync([change.Item.ContentItemId], cancel) is { } row) db.AnalysisIndex.Remove(row);
    }
}
