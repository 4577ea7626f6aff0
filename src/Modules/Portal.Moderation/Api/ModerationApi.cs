using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Queries;
using Portal.Moderation.Abuse;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.Text;

namespace Portal.Moderation.Api;

/// <param name="ConsultationId">Localization set, or ContentItemId of any culture.</param>
/// <param name="SectionId">The section to be commented on; null = a general comment.</param>
public sealed record TicketRequest(string ConsultationId, string? SectionId);

/// <param name="Ticket">To be sent with the submission, once.</param>
/// <param name="Question">Only looked at where a submission is refused with an error at <c>answer</c>: answer it there, in the language of the question.</param>
/// <param name="ProofSeed">Instead of an answer: send as <c>proof</c> a decimal number for which SHA-256 of <c>proofSeed:number</c> (ASCII) begins with <paramref name="ProofBits"/> zero bits.</param>
public sealed record TicketResponse(string Ticket, DateTime ExpiresUtc, string Question, string ProofSeed, int ProofBits);

/// <param name="Culture">Culture code of the author's words.</param>
/// <param name="Body">Plain text; paragraphs are divided by an empty line.</param>
/// <param name="Email">Where to send receipt and decision; kept apart, never published.</param>
/// <param name="Consent">The <c>consentVersion</c> of the consultation.</param>
/// <param name="Ticket">From <c>POST /api/v1/tickets</c>; not needed with a token of scope <c>submissions</c>.</param>
public sealed record SubmissionRequest(string Culture, string? SectionId, string Body, string? DisplayName, string? OnBehalfOf, string? Email, string? Consent, string? Ticket)
{
    /// <summary>Id of the published comment that this one answers, where the consultation allows answers.</summary>
    public string? ReplyTo { get; init; }
    /// <summary>under-18, 18-29, 30-44, 45-59 or 60-plus. This and the next three are kept apart, counted in groups only, never needed.</summary>
    public string? AgeBand { get; init; }
    /// <summary>woman, man or other.</summary>
    public string? Gender { get; init; }
    /// <summary>albanian, ashkali, bosniak, croat, egyptian, gorani, montenegrin, roma, serb, turkish or other.</summary>
    public string? Community { get; init; }
    /// <summary>Localization set of a municipality.</summary>
    public string? Municipality { get; init; }
    /// <summary>What <c>POST /api/v1/files</c> gave as <c>file</c>, at most three.</summary>
    public IReadOnlyList<string>? Files { get; init; }
    /// <summary>Answer to the ticket's question, if one is asked for.</summary>
    public string? Answer { get; init; }
    /// <summary>The number found instead of an answer.</summary>
    public string? Proof { get; init; }
}

/// <param name="Receipt">The only way to find the submission again.</param>
/// <param name="State">received, queued, published, published-unreviewed, published-redacted, declined …</param>
public sealed record SubmissionResponse(string Receipt, string State);

/// <param name="Reason">Key of the public reason, for what was declined or redacted.</param>
/// <param name="Note">The moderator's words to the author.</param>
/// <param name="LogEntries">Entries of the transparency log about this submission, oldest first; <c>/api/v1/log/proof?receipt=</c> proves them.</param>
public sealed record ReceiptResponse(string State, string ConsultationSet, string? SectionId, string Culture, DateTime ReceivedUtc, DateTime ChangedUtc, string? Reason, string? Note, IReadOnlyList<long> LogEntries);

/// <param name="Start">0-based offset in UTF-16 units of the body as the queue gave it.</param>
/// <param name="Length">In UTF-16 units.</param>
public sealed record RedactionRequest(int Start, int Length);

/// <param name="Version">The version that was read; another one meanwhile is a 409.</param>
/// <param name="Decision">publish, redact, decline or merge; keep for what was reported; uphold, reverse or redact for what was appealed against.</param>
/// <param name="Reason">Key of a public reason (off-topic, personal-data, names-a-person, hate-speech, insult, spam, unlawful, or one that administrators added); needed to redact or decline.</param>
/// <param name="Note">A word to the author; needed to uphold.</param>
/// <param name="MergeInto">For merge: id of the submission to the same consultation that stands for this one too.</param>
public sealed record DecisionRequest(int Version, string Decision, string? Reason, string? Note, IReadOnlyList<RedactionRequest>? Redactions, string? MergeInto = null);

public sealed record DecisionResponse(string SubmissionId, string State);

static class ModerationApi
{
    /// <summary>The first so many rows of a list can be reached by page number.</summary>
    const int FarthestRow = 10_000;

    public static void MapModerationApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapPost("/tickets", IssueAsync).WithName("IssueTicket").WithTags("Submissions").AllowAnonymous().WithSummary("A single-use ticket for one submission to one section.");
        api.MapPost("/consultations/{id}/submissions", ReceiveAsync).WithName("Submit").WithTags("Submissions").AllowAnonymous().WithSummary("Sends a comment. The answer carries the receipt and comes when the comment is durable.");
        api.MapGet("/receipts/{receipt}", StatusAsync).WithName("GetReceipt").WithTags("Submissions").AllowAnonymous().WithSummary("How the submission with this receipt stands.");
        api.MapDelete("/receipts/{receipt}", EraseAsync).WithName("EraseSubmission").WithTags("Submissions").AllowAnonymous().WithSummary("Erases the submission with this receipt for good: text, names and address. It counts as withdrawn.");

        routes.MapReceiptApi();

        var moderation = api.MapGroup("/moderation").WithTags("Moderation").RequireAuthorization().AddEndpointFilter(DemandScopeAsync);
        moderation.MapGet("/queue", QueueAsync).WithName("GetQueue").WithSummary("Submissions that wait for a decision, the oldest first. Needs a token with scope moderation.");
        moderation.MapPost("/submissions/{submissionId}/decision", DecideAsync).WithName("Decide").WithSummary("Decides on one version of a submission. Needs a token with scope moderation.");
    }

    static async Task<Results<Ok<TicketResponse>, ProblemHttpResult>> IssueAsync(
        TicketRequest request, HttpContext http, FindConsultation find, ConsultedText texts, Tickets tickets, Challenges challenges, TimeProvider clock, IStringLocalizer T, CancellationToken cancel)
    {
        if (!SameSiteOnlyAttribute.IsOwn(http.Request)) return Problem.Forbidden("Forms are accepted from this site's own pages only.").ToHttp(T);
        if (await find.RunAsync(request.ConsultationId ?? "", cancel) is not { } consultation) return Problem.NotFound("There is no such consultation.").ToHttp(T);
        if (request.SectionId is not null && !consultation.SectionIds.Contains(request.SectionId, StringComparer.Ordinal)) return Problem.Invalid("sectionId", "This consultation has no section {0}.", request.SectionId).ToHttp(T);
        var text = await texts.RunAsync(consultation.Set, Culture.Current, cancel);
        var ticket = tickets.Issue(consultation.Set, request.SectionId, text?.VersionId);
        var challenge = challenges.For(tickets.Read(ticket)!);
        return TypedResults.Ok(new TicketResponse(ticket, clock.UtcNow + Tickets.Lifetime, challenge.Question, challenge.Seed, challenge.Bits));
    }

    static async Task<Results<Created<SubmissionResponse>, ProblemHttpResult>> ReceiveAsync(
        string id, SubmissionRequest request, HttpContext http, ReceiveSubmission receive, TimeProvider clock, IStringLocalizer T, CancellationToken cancel)
    {
        if (!SameSiteOnlyAttribute.IsOwn(http.Request)) return Problem.Forbidden("Forms are accepted from this site's own pages only.").ToHttp(T);
        var outcome = await receive.RunAsync(new(
            id, request.Culture ?? "", request.SectionId, request.Body ?? "", request.DisplayName, request.OnBehalfOf, request.Email, request.Consent, request.Ticket, "api", clock.UtcNow)
        {
            ReplyTo = request.ReplyTo, Files = request.Files ?? [], Signs = new(request.Answer, request.Proof, null),
            AboutYou = new() { SubmissionId = "", AgeBand = request.AgeBand, Gender = request.Gender, Community = request.Community, MunicipalitySet = request.Municipality },
        }, cancel);
        // No Location header: it would carry the receipt into logs.
        return outcome.Problem is { } problem ? problem.ToHttp(T) : TypedResults.Created((string?)null, new SubmissionResponse(outcome.Value.Receipt, ModerationTable.Name(outcome.Value.State)));
    }

    static async Task<Results<Ok<ReceiptResponse>, ProblemHttpResult>> StatusAsync(string receipt, HttpContext http, ReceiptStatus status, IStringLocalizer T, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await status.RunAsync(receipt, cancel) is { } found
            ? TypedResults.Ok(new ReceiptResponse(ModerationTable.Name(found.State), found.ConsultationSet, found.SectionId, found.Culture, found.ReceivedUtc, found.ChangedUtc, found.Reason, found.Note, found.LogEntries))
            : Problem.NotFound("No comment was received under this receipt.").ToHttp(T);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(string receipt, HttpContext http, EraseSubmission erase, IStringLocalizer T, CancellationToken cancel)
    {
        if (!SameSiteOnlyAttribute.IsOwn(http.Request)) return Problem.Forbidden("Forms are accepted from this site's own pages only.").ToHttp(T);
        return (await erase.ByReceiptAsync(receipt, cancel)).Problem is { } problem ? problem.ToHttp(T) : TypedResults.NoContent();
    }

    static async Task<Results<Ok<QueueView>, ProblemHttpResult>> QueueAsync(QueuePage queue, IStringLocalizer T, CancellationToken cancel, int page = 1, int pageSize = 20)
    {
        if (pageSize is < 1 or > 100) return Problem.Invalid("pageSize", "pageSize is a number from 1 to {0}.", 100).ToHttp(T);
        if (page < 1 || page > FarthestRow / pageSize) return Problem.Invalid("page", "page is a number from 1 to {0} with this pageSize.", FarthestRow / pageSize).ToHttp(T);
        return TypedResults.Ok(await queue.RunAsync(Culture.Current, page, pageSize, cancel));
    }

    static async Task<Results<Ok<DecisionResponse>, ProblemHttpResult>> DecideAsync(string submissionId, DecisionRequest request, DecideSubmission decide, IStringLocalizer T, CancellationToken cancel)
    {
        // A number would parse as well, and mean any step of the machine.
        var decision = Enum.GetValues<Step>().Where(s => ModerationTable.Name(s) == request.Decision).Select(s => (Step?)s).FirstOrDefault() ?? (Step)(-1);
        var outcome = await decide.RunAsync(new(
            submissionId, request.Version, decision, request.Reason, request.Note, [.. (request.Redactions ?? []).Select(r => new TextSpan(r.Start, r.Length))], request.MergeInto), cancel);
        return outcome.Problem is { } problem ? problem.ToHttp(T) : TypedResults.Ok(new DecisionResponse(submissionId, ModerationTable.Name(outcome.Value)));
    }

    static async ValueTask<object?> DemandScopeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var user = (CurrentUser)services.GetService(typeof(CurrentUser))!;
        var text = (IStringLocalizer)services.GetService(typeof(IStringLocalizer))!;
        if (user.IsTokenFor(ModerationPermissions.ModerationScope) && user.May(ModerationPermissions.Moderate)) return await next(context);
        return Problem.Forbidden("This needs a token with scope {0}, of somebody who may moderate.", ModerationPermissions.ModerationScope).ToHttp(text);
    }
}
