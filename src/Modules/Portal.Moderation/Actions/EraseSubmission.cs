using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Erases a submission for good, at the wish of who holds its receipt, of the account that wrote it, or by an administrator who says why.</summary>
public sealed class EraseSubmission(PortalDb db, UnitOfWork work, SubmissionErasure erasure, CurrentUser user, AuditTrail audit)
{
    const string ByItsAuthor = "author";

    static readonly Problem Unknown = Problem.NotFound("There is no such submission.");

    /// <param name="typed">The code as somebody typed it.</param>
    public Task<Result<Done>> ByReceiptAsync(string? typed, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (ReceiptCode.Read(typed) is not { } code) return Unknown;
        var hash = ReceiptCode.Hash(code);
        return await EraseAsync(await db.Submissions.SingleOrDefaultAsync(s => s.ReceiptHash == hash, cancel), ByItsAuthor, ErasureExtent.Whole, cancel);
    }, cancel);

    /// <summary>What the signed-in person wrote.</summary>
    public Task<Result<Done>> OwnAsync(string submissionId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
        user.Id is { } me ? await EraseAsync(await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId && s.AuthorUserId == me, cancel), ByItsAuthor, ErasureExtent.Whole, cancel) : CurrentUser.NotAllowed, cancel);

    /// <param name="reason">Key of <see cref="ErasureReasons"/>.</param>
    public Task<Result<Done>> ByAdministratorAsync(string? submissionId, string? reason, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(ModerationPermissions.Erase);
        if (reason is null || !ErasureReasons.All.ContainsKey(reason)) return Problem.Invalid("reason", "Choose a reason from the list: {0}.", string.Join(", ", ErasureReasons.All.Keys));
        return await EraseAsync(await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId, cancel), reason, ErasureExtent.Whole, cancel);
    }, cancel);

    /// <summary>By the portal itself: the time is over for which it may be kept, or a restored backup brought it back.</summary>
    public Task<Result<Done>> AsSystemAsync(string submissionId, string reason, ErasureExtent extent, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(ModerationPermissions.Erase);
        return await EraseAsync(await db.Submissions.SingleOrDefaultAsync(s => s.Id == submissionId, cancel), reason, extent, cancel);
    }, cancel);

    async Task<Result<Done>> EraseAsync(Submission? submission, string reason, ErasureExtent extent, CancellationToken cancel)
    {
        if (submission is null) return Unknown;
        // Asking twice is no mistake: it is gone.
        if (submission.IsErased(extent)) return default(Done);
        await erasure.EraseAsync(submission, extent, cancel);
        var how = new JsonObject { ["reason"] = reason, ["extent"] = extent.ToString() };
        // The trail must not say whose it was: who holds the receipt may be signed in as well.
        if (reason == ByItsAuthor) audit.RecordUnnamed("Submission", "Erased", submission.Id, how);
        else audit.Record("Submission", "Erased", submission.Id, how);
        return default(Done);
    }
}
