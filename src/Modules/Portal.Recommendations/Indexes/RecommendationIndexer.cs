using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Indexes;

/// <summary>Checks recommendations and keeps their rows in step with what is published.</summary>
public sealed class RecommendationIndexer(PortalDb db, TimeProvider clock) : ContentHandler
{
    public override Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Document.As<Recommendation>() is not { } part) return Task.CompletedTask;
        if (part.Due?.Day < part.Issued?.Day) errors.Add(new("Recommendation.Due", "It cannot be due before it is issued."));
        return Task.CompletedTask;
    }

    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        var (item, _, document) = change;
        if (item.ContentType != nameof(Recommendation)) return;

        var part = document.As<Recommendation>() ?? new();
        var topics = document.As<TopicsPart>();
        if (await db.RecommendationStates.FindAsync([item.LocalizationSet], cancel) is not { } row)
        {
            row = new() { LocalizationSet = item.LocalizationSet };
            db.RecommendationStates.Add(row);
        }

        row.Issued = part.Issued?.Day ?? DateOnly.FromDateTime(item.PublishedUtc ?? clock.UtcNow);
        if (row.Status == InstitutionStatus.Issued) row.StatusDay = row.Issued;
        (row.Due, row.OrganisationSet, row.SourceSet) = (part.Due?.Day, document.As<OrganisationPart>()?.Set, part.Source?.LocalizationSets.FirstOrDefault());
        (row.Addressees, row.Themes, row.Municipalities) = (Sets(part.Addressees), Sets(topics?.Themes), Sets(topics?.Municipalities));
        row.Cultures = [.. row.Cultures.Append(item.Culture).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Where it stands is kept: it may be published again.</summary>
    public override async Task UnpublishedAsync(ContentChange change, CancellationToken cancel)
    {
        if (await db.RecommendationStates.FindAsync([change.Item.LocalizationSet], cancel) is { } row) row.Cultures = [.. row.Cultures.Where(c => c != change.Item.Culture)];
    }

    static string[] Sets(LocalizationSetContentPickerField? field) => [.. (field?.LocalizationSets ?? []).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
}
