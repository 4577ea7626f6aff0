using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Review.Models;

namespace Portal.Review.Actions;

/// <summary>Somebody who may publish a text approves it as it is now. Once enough people have, it is published with that.</summary>
/// <remarks>Where a number of approvals is asked for, nobody approves what they wrote last or asked to be reviewed.</remarks>
public sealed class ApproveReview(PortalDb db, UnitOfWork work, ReviewDesk desk, ReviewRules rules, ContentAccess access, PublishContentItem publish, CurrentUser user)
{
    /// <returns>Whether it is public now.</returns>
    public Task<Result<bool>> RunAsync(string contentItemId, string? note, CancellationToken cancel) => work.RunAsync<bool>(async () =>
    {
        if (await desk.FindAsync(contentItemId, cancel) is not { } of) return ContentStore.NoSuchItem;
        access.DemandPublish(of.Item);
        if (ReviewTable.Next(of.State, ReviewStep.Approve) is null) return Problem.Conflict("This text is not in review.");
        if (ReviewWords.Check("approvalNote", note) is { } wrong) return wrong;

        var needed = await rules.ApprovalsForAsync(of.Item.ContentType);
        if (needed > 0 && (of.Review!.AskedById == user.Id || of.Version.Author == user.Name)) return Problem.Forbidden("Somebody else has to approve what you wrote or asked to be reviewed.");
        var given = Approvals.Of(await desk.EntriesAsync(of, cancel), of.Print);
        if (given.Contains(user.Id, StringComparer.Ordinal)) return Problem.Conflict("You have approved this text already.");

        desk.Write(of, EntryKind.Approved, note);
        of.Review!.Stamp = Guid.NewGuid();
        // What somebody scheduled becomes public at its time: an approval that was needed opens the way, and does not run ahead.
        var waits = needed > 0 && await db.ContentSchedules.AnyAsync(s => s.ContentItemId == contentItemId && s.Step == ScheduledStep.Publish && s.RefusedUtc == null, cancel);
        if (given.Count + 1 < needed || waits)
        {
            await desk.TellAsync(of, "{0} approved “{1}”.", await desk.PartiesAsync(of, cancel), cancel);
            return false;
        }

        // What decides on publication counts the approvals in the database.
        await db.SaveChangesAsync(cancel);
        var published = await publish.RunAsync(contentItemId, cancel);
        return published.Problem is { } problem ? problem : true;
    }, cancel);
}
