using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>A reader tells the moderators that a published text should not stand there. It stays visible until they have read it, unless the reason hides it at once.</summary>
/// <remarks>Nothing is kept of the reader. A text that moderators have kept after a report is hidden by no further one: nobody silences others by reporting again and again.</remarks>
public sealed class ReportComment(PortalDb db, UnitOfWork work, Tickets tickets, ReasonList reasons, RequestLimits limits, SubmissionHistory history, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest note, in UTF-16 units.</summary>
    public const int LongestNote = 1000;

    /// <summary>More open reports of one text tell the moderators nothing new.</summary>
    const int MostOpen = 50;

    static readonly RequestLimit Limit = new("report", 20, TimeSpan.FromHours(1));

    /// <param name="Ticket">From the page that asked for the reason.</param>
    /// <param name="Address">Counts reports; not kept.</param>
    public sealed record Input(string SubmissionId, string? Reason, string? Note, string? Ticket, IPAddress? Address);

    /// <summary>What a ticket for a report names in the place of a section.</summary>
    public static string TicketFor(string submissionId) => $"report:{submissionId}";

    /// <returns>Whether the text is hidden meanwhile.</returns>
    public Task<Result<bool>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync(() => ReportAsync(input, cancel), cancel);

    async Task<Result<bool>> ReportAsync(Input input, CancellationToken cancel)
    {
        var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == input.SubmissionId, cancel);
        if (submission is null || !submission.IsPublic) return Problem.NotFound("This comment is not shown any more.");
        if (tickets.Read(input.Ticket) is not { } ticket || ticket.SectionId != TicketFor(submission.Id) || tickets.IsExpired(ticket)) return Problem.Invalid("ticket", "This form does not belong to this page. Send it once more.");
        var reason = (await reasons.GetAsync()).ForReports.FirstOrDefault(r => r.Key == input.Reason);
        if (reason is null) return Problem.Invalid("reason", "Choose a reason");
        if (input.Note is { } note && (note.Length > LongestNote || !ContentText.IsStorable(note))) return Problem.Invalid("note", "At most {0} characters are possible here.", LongestNote);
        if (!limits.TryUse(Limit, input.Address)) return Problem.Conflict("Many reports came from your connection. Try again in an hour; what you wrote is still here.");

        // The ticket's receipt makes it single-use: a second click gives the same answer and adds nothing.
        var id = ReceiptCode.Hash(ticket.Receipt)[..26];
        if (await db.SubmissionReports.AnyAsync(r => r.Id == id, cancel)) return !submission.IsPublic;
        if (await db.SubmissionReports.CountAsync(r => r.SubmissionId == submission.Id && r.SettledUtc == null, cancel) >= MostOpen) return false;

        var now = clock.UtcNow;
        var hides = reason.HidesAtOnce && submission.Next(Step.Hide) is not null && !await db.SubmissionDecisions.AnyAsync(d => d.SubmissionId == submission.Id && d.Step == Step.Keep, cancel);
        var step = hides ? Step.Hide : Step.Report;
        if (submission.Next(step) is not null) submission.Take(step, now);
        db.SubmissionReports.Add(new() { Id = id, SubmissionId = submission.Id, Reason = reason.Key, ReasonVersion = reason.Version, Note = string.IsNullOrWhiteSpace(input.Note) ? null : Citizens.Normalise(input.Note), AtUtc = now });
        history.Record(submission, hides ? "hidden" : "reported", now);
        audit.Record("Submission", "Reported", submission.Id);
        if (hides) work.Evict(Tags.Set(submission.ConsultationSet));
        return hides;
    }
}
