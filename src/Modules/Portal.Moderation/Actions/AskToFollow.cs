using Microsoft.AspNetCore.Http;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Consultations.Queries;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Actions;

/// <summary>Sends a link with which the reader of an address begins to follow a consultation. Nothing is kept until it is followed.</summary>
public sealed class AskToFollow(UnitOfWork work, FindConsultation find, ConsultedText texts, ParticipationMails mails, RequestLimits limits, IHttpContextAccessor http, AuditTrail audit)
{
    public async Task<Result<Done>> RunAsync(string consultation, string? email, Culture culture, CancellationToken cancel)
    {
        if (SubmissionRules.Blank(email) is not { } address || !SubmissionRules.IsAddress(address)) return Problem.Invalid("email", "This is not a complete e-mail address. It looks like name@example.org.");
        if (await find.RunAsync(consultation, cancel) is not { } facts || await texts.RunAsync(facts.Set, culture, cancel) is not { } document) return Problem.NotFound("There is no such consultation.");
        if (!limits.TryUse(AgreeWithComment.FromOneConnection, http.HttpContext?.Connection.RemoteIpAddress)) return AgreeWithComment.TooManyAsked;
        if (!limits.TryUse(AgreeWithComment.ToOneAddress, address)) return Problem.Conflict("Several mails were sent to this address already. Wait an hour.");

        if (await mails.RootAsync() is not { } root) return SiteAddress.Unknown;
        return await work.RunAsync<Done>(() =>
        {
            mails.AskToFollow(facts.Set, document.Title, address, culture, root);
            audit.RecordUnnamed("Follower", "Asked", facts.Set);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
    }
}
