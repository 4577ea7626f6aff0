using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Content;

/// <summary>Keeps what is scheduled in step with what is done: what came to pass by hand is not done once more.</summary>
public sealed class ContentSchedules(PortalDb db) : ContentHandler
{
    public const string DefaultZone = Settings.SiteSettings.UsualTimeZone;

    public override Task PublishedAsync(ContentChange change, CancellationToken cancel) => DropAsync(change.Item, ScheduledStep.Publish, cancel);

    public override Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => DropAsync(change.Item, ScheduledStep.Unpublish, cancel);

    /// <summary>Takes the times out of an item of a recipe: they are no text of it.</summary>
    public static IReadOnlyList<(ScheduledStep Step, DateTime AtUtc)> TakeFrom(ContentDocument document)
    {
        var times = new List<(ScheduledStep, DateTime)>();
        foreach (var (step, part, member) in Members)
        {
            if (Instant((document.Content[part] as JsonObject)?[member]) is { } at) times.Add((step, at));
            document.Content.Remove(part);
        }

        return times;
    }

    /// <summary>Schedules what a recipe asks for and is still to come.</summary>
    public async Task KeepAsync(ContentItem item, IReadOnlyList<(ScheduledStep Step, DateTime AtUtc)> times, DateTime nowUtc, CancellationToken cancel)
    {
        foreach (var (step, at) in times.Where(t => t.AtUtc > nowUtc))
        {
            if (step == ScheduledStep.Publish && item.LatestVersionId == item.PublishedVersionId) continue;
            if (await db.ContentSchedules.FindAsync([item.ContentItemId, step], cancel) is { } row) row.AtUtc = at;
            else db.ContentSchedules.Add(new() { ContentItemId = item.ContentItemId, Step = step, AtUtc = at, Zone = DefaultZone });
        }
    }

    static readonly (ScheduledStep Step, string Part, string Member)[] Members =
    [
        (ScheduledStep.Publish, nameof(PublishLaterPart), nameof(PublishLaterPart.ScheduledPublishUtc)), (ScheduledStep.Unpublish, nameof(ArchiveLaterPart), nameof(ArchiveLaterPart.ScheduledArchiveUtc)),
    ];

    static DateTime? Instant(JsonNode? value) =>
        value is JsonValue && DateTime.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    async Task DropAsync(ContentItem item, ScheduledStep step, CancellationToken cancel)
    {
        if (!db.IsNew(item) && await db.ContentSchedules.FindAsync([item.ContentItemId, step], cancel) is { } row) db.ContentSchedules.Remove(row);
    }
}
