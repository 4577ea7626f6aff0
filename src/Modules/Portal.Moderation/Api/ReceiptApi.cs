using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Api;

/// <param name="Version">The version that its author had before them; another one meanwhile is a 409.</param>
/// <param name="Body">Plain text; paragraphs are divided by an empty line.</param>
public sealed record EditRequest(int Version, string? Body);

public sealed record EditResponse(int Version);

/// <param name="Words">Why the decision is wrong; at most 2,000 characters, may be left out.</param>
public sealed record AppealRequest(string? Words);

/// <param name="State">As <c>GET /api/v1/receipts/{receipt}</c> gives it.</param>
public sealed record ReceiptStateResponse(string State);

/// <param name="File">To be sent in <c>files</c> of the submission, with the same ticket, within twelve hours.</param>
/// <param name="Length">In bytes, after what the file tells of its author was removed.</param>
public sealed record FileResponse(string File, string FileName, string ContentType, long Length);

/// <summary>What the holder of a receipt can do, for programs.</summary>
static class ReceiptApi
{
    /// <summary>One file of the largest size, in its form.</summary>
    const long LargestUpload = 12 * 1024 * 1024;

    public static void MapReceiptApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/receipts/{receipt}").WithTags("Submissions").AllowAnonymous().AddEndpointFilter(KeepPrivateAsync);
        api.MapPost("/withdraw", WithdrawAsync).WithName("WithdrawSubmission").WithSummary("Withdraws the submission and erases its content. Cannot be undone.");
        api.MapPost("/edit", EditAsync).WithName("EditSubmission").WithSummary("Puts another text in place of one that no moderator has begun to read, while the consultation is open.");
        api.MapPost("/appeal", AppealAsync).WithName("AppealDecision").WithSummary("Asks for another look at a decision: once, within the appeal window.");
        api.MapPost("/resend", ResendAsync).WithName("ResendConfirmation").WithSummary("Sends the link for confirming the address once more.");
        api.MapGet("/data", DataAsync).WithName("GetOwnSubmission").WithSummary("Everything that is kept about the submission.");
        routes.MapPost("/api/v1/files", UploadAsync).WithName("UploadFile").WithTags("Submissions").AllowAnonymous().DisableAntiforgery().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestUpload))
            .WithSummary("Takes in one file for a submission: PDF, DOCX, ODT, PNG or JPEG, up to 10 MiB, as form field file, with a ticket as form field ticket.");
    }

    static async Task<Results<Ok<ReceiptStateResponse>, ProblemHttpResult>> WithdrawAsync(string receipt, WithdrawSubmission withdraw, IStringLocalizer T, CancellationToken cancel) =>
        Answer(await withdraw.RunAsync(receipt, cancel), T);

    static async Task<Results<Ok<ReceiptStateResponse>, ProblemHttpResult>> AppealAsync(string receipt, AppealRequest? request, AppealDecision appeal, IStringLocalizer T, CancellationToken cancel) =>
        Answer(await appeal.RunAsync(receipt, request?.Words, cancel), T);

    static async Task<Results<Ok<EditResponse>, ProblemHttpResult>> EditAsync(string receipt, EditRequest request, EditSubmission edit, TimeProvider clock, IStringLocalizer T, CancellationToken cancel)
    {
        var outcome = await edit.RunAsync(new(receipt, request.Version, request.Body ?? "", clock.UtcNow), cancel);
        return outcome.Problem is { } problem ? problem.ToHttp(T) : TypedResults.Ok(new EditResponse(outcome.Value));
    }

    static async Task<Results<NoContent, ProblemHttpResult>> ResendAsync(string receipt, ConfirmSubmission confirm, IStringLocalizer T, CancellationToken cancel) =>
        (await confirm.ResendAsync(receipt, cancel)).Problem is { } problem ? problem.ToHttp(T) : TypedResults.NoContent();

    static async Task<Results<Ok<JsonObject>, ProblemHttpResult>> DataAsync(string receipt, OwnSubmissionData data, IStringLocalizer T, CancellationToken cancel) =>
        await data.OfReceiptAsync(receipt, cancel) is { } found ? TypedResults.Ok(found) : SubmissionOfReceipt.NoSuchReceipt.ToHttp(T);

    static async Task<Results<Ok<FileResponse>, ProblemHttpResult>> UploadAsync(HttpRequest request, CleanFile cleaning, HeldFiles held, Tickets tickets, IStringLocalizer T, CancellationToken cancel)
    {
        if (!SameSiteOnlyAttribute.IsOwn(request)) return Problem.Forbidden("Forms are accepted from this site's own pages only.").ToHttp(T);
        if (!request.HasFormContentType) return Problem.Invalid("file", "A file is sent in the form field {0}.", "file").ToHttp(T);
        var form = await request.ReadFormAsync(cancel);
        if (tickets.Read(form["ticket"]) is not { } ticket || tickets.IsExpired(ticket)) return Problem.Invalid("ticket", "This form does not belong to this page. Send it once more.").ToHttp(T);
        if (form.Files.GetFile("file") is not { } file) return Problem.Invalid("file", "A file is sent in the form field {0}.", "file").ToHttp(T);
        var outcome = await cleaning.RunAsync(file, cancel);
        return outcome.Problem is { } problem ? problem.ToHttp(T) : TypedResults.Ok(new FileResponse(held.Write(outcome.Value), outcome.Value.FileName, outcome.Value.ContentType, outcome.Value.Length));
    }

    static Results<Ok<ReceiptStateResponse>, ProblemHttpResult> Answer(Result<SubmissionState> outcome, IStringLocalizer T) =>
        outcome.Problem is { } problem ? problem.ToHttp(T) : TypedResults.Ok(new ReceiptStateResponse(ModerationTable.Name(outcome.Value)));

    /// <summary>Nothing of it is kept on the way; and no page of another site sends it in its visitor's place.</summary>
    static async ValueTask<object?> KeepPrivateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (HttpMethods.IsGet(http.Request.Method) || SameSiteOnlyAttribute.IsOwn(http.Request)) return await next(context);
        return Problem.Forbidden("Forms are accepted from this site's own pages only.").ToHttp((IStringLocalizer)http.RequestServices.GetService(typeof(IStringLocalizer))!);
    }
}
