using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Cms.Content.Actions;

/// <summary>Asks for an item to be published, or taken off the public pages, at a time to come. Only who may do it now may ask for it; whether they still may is judged again then.</summary>
public sealed class ScheduleContentItem(PortalDb db, UnitOfWork work, ContentStore store, ContentAccess access, CurrentUser user, TimeProvider clock)
{
    /// <param name="Wall">On the clock of <paramref name="Zone"/>; a time that it skips moves on by the gap, one that it shows twice is the first.</param>
    /// <param name="Zone">IANA name.</param>
    public sealed record Input(string ContentItemId, ScheduledStep Step, DateTime Wall, string Zone);

    public Task<Result<ContentSchedule>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentSchedule>(async () =>
    {
        if (await store.FindAsync(input.ContentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandPublish(item);
        if (!Dates.IsZone(input.Zone)) return Problem.Invalid("zone", "{0} is not the name of a time zone.", input.Zone);
        var at = Dates.ToUtc(DateTime.SpecifyKind(input.Wall, DateTimeKind.Unspecified), input.Zone);
        if (at <= clock.UtcNow) return Problem.Invalid("at", "This time is over. Choose one to come, or do it now.");
        if (await AgainstAsync(item, input.Step, at, cancel) is { } why) return why;

        var row = await db.ContentSchedules.FindAsync([item.ContentItemId, input.Step], cancel);
        if (row is null) db.ContentSchedules.Add(row = new() { ContentItemId = item.ContentItemId, Step = input.Step, Zone = input.Zone });
        (row.AtUtc, row.Zone, row.ById, row.ByName, row.RefusedUtc, row.RefusalJson) = (Instant.Round(at), input.Zone, user.Id, user.Name, null, null);
        store.Record(item, input.Step == ScheduledStep.Publish ? "PublishScheduled" : "UnpublishScheduled");
        return row;
    }, cancel);

    async Task<Problem?> AgainstAsync(ContentItem item, ScheduledStep step, DateTime at, CancellationToken cancel)
    {
        var other = await db.ContentSchedules.FindAsync([item.ContentItemId, step == ScheduledStep.Publish ? ScheduledStep.Unpublish : ScheduledStep.Publish], cancel);
        var (isPublic, appears) = (item.PublishedVersionId is not null, other is { RefusedUtc: null });
        if (step == ScheduledStep.Publish && item.LatestVersionId == item.PublishedVersionId) return Problem.Conflict("The latest version is public already.");
        if (step == ScheduledStep.Unpublish && !isPublic && !appears) return Problem.Conflict("This item is not public. Schedule its publication first.");
        if (!isPublic && appears && (step == ScheduledStep.Publish ? other!.AtUtc <= at : at <= other!.AtUtc)) return Problem.Invalid("at", "An item is published before it is taken off the public pages again.");
        return null;
    }
}
