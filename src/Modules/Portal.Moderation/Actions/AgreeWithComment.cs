using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Somebody agrees with a published comment: with an account at once, with an address once a link was followed; once each. Counted, never listed.</summary>
public sealed class AgreeWithComment(PortalDb db, UnitOfWork work, CurrentUser user, FindConsultation find, AddressKeys keys, ParticipationMails mails, RequestLimits limits, IHttpContextAccessor http, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Mails to one address in an hour, whoever asks for them.</summary>
    public static readonly RequestLimit ToOneAddress = new("confirmation-mails", 5, TimeSpan.FromHours(1));

    /// <summary>Such mails that one connection may ask for, to whatever addresses.</summary>
    public static readonly RequestLimit FromOneConnection = new("confirmation-mails-asked", 60, TimeSpan.FromHours(1));

    public static readonly Problem TooManyAsked = Problem.Conflict("Many mails were asked for from your connection. Try again in an hour.");

    public Task<Result<Done>> AsAccountAsync(string submissionId, CancellationToken cancel) => user.Id is { } id
        ? CountAsync(submissionId, keys.OfAccount(submissionId, id), cancel) : Task.FromResult<Result<Done>>(Problem.Forbidden("Sign in, or give an e-mail address."));

    /// <param name="addressKey">From a link that was mailed.</param>
    public Task<Result<Done>> ConfirmedAsync(string submissionId, string addressKey, CancellationToken cancel) => CountAsync(submissionId, addressKey, cancel);

    public async Task<Result<Done>> AskAsync(string submissionId, string? email, Culture culture, CancellationToken cancel)
    {
        if (await mails.RootAsync() is not { } root) return SiteAddress.Unknown;
        return await work.RunAsync<Done>(async () =>
        {
            if (await WhyNotAsync(submissionId, cancel) is { } problem) return problem;
            if (SubmissionRules.Blank(email) is not { } address || !SubmissionRules.IsAddress(address)) return Problem.Invalid("email", "This is not a complete e-mail address. It looks like name@example.org.");
            if (!limits.TryUse(FromOneConnection, http.HttpContext?.Connection.RemoteIpAddress)) return TooManyAsked;
            if (!limits.TryUse(ToOneAddress, address)) return Problem.Conflict("Several mails were sent to this address already. Wait an hour.");
            var body = await (from s in db.Submissions join v in db.SubmissionVersions on new { s.Id, Number = s.CurrentVersion } equals new { Id = v.SubmissionId, v.Number } where s.Id == submissionId && s.State == SubmissionState.Published select v.Body).SingleOrDefaultAsync(cancel);
            mails.AskToAgree(submissionId, address, culture, root, body is null ? "▮▮▮" : body.Length > 300 ? body[..300] + " …" : body);
            audit.RecordUnnamed("Submission", "AgreementAsked", submissionId);
            return default(Done);
        }, cancel);
    }

    Task<Result<Done>> CountAsync(string submissionId, string key, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await WhyNotAsync(submissionId, cancel) is { } problem) return problem;
        if (await db.CommentSupports.AnyAsync(s => s.SubmissionId == submissionId && s.SupporterKey == key, cancel)) return default(Done);
        db.CommentSupports.Add(new() { SubmissionId = submissionId, SupporterKey = key });
        // Not by whom, whatever the trail says of other things.
        audit.RecordUnnamed("Submission", "Agreed", submissionId);
        work.Evict(Tags.Set(await db.Submissions.Where(s => s.Id == submissionId).Select(s => s.ConsultationSet).SingleAsync(cancel)));
        return default(Done);
    }, cancel);

    async Task<Problem?> WhyNotAsync(string submissionId, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == submissionId, cancel);
        if (submission is null || !submission.IsPublic || await find.RunAsync(submission.ConsultationSet, cancel) is not { } consultation) return Problem.NotFound("This comment is no longer there.");
        if (!consultation.AllowsAgreeing) return Problem.Conflict("In this consultation agreement is not counted.");
        return consultation.Milestones.PhaseAt(clock.UtcNow) == Phase.Open ? null : Problem.Conflict("This consultation has closed; nothing is counted any more.");
    }
}
