using Microsoft.AspNetCore.Http;
using Portal.Cms;
using Portal.Contents.Models;
using Portal.Review.Actions;

namespace Portal.Review.Panels;

/// <summary>Saves what was typed and asks for a review of it.</summary>
public sealed class RequestCommand(RequestReview request) : IEditorCommand
{
    public const string Button = "review-request", Note = "reviewNote";

    public string Name => Button;

    /// <returns>English message id of what was done.</returns>
    public async Task<Result<string>> RunAsync(string contentItemId, IFormCollection form, CancellationToken cancel)
    {
        var outcome = await request.RunAsync(contentItemId, form[Note], cancel);
        return outcome.Problem is { } problem ? problem : "The review was asked for. You are told what comes of it.";
    }
}

/// <summary>Approves the text that stands in the form, and publishes it where that was the last approval needed.</summary>
public sealed class ApproveCommand(ApproveReview approve) : IEditorCommand
{
    public const string Button = "review-approve", Note = "approvalNote";

    public string Name => Button;

    /// <returns>English message id of what was done.</returns>
    public async Task<Result<string>> RunAsync(string contentItemId, IFormCollection form, CancellationToken cancel)
    {
        var outcome = await approve.RunAsync(contentItemId, form[Note], cancel);
        return outcome.Problem is { } problem ? problem : outcome.Value ? "Approved and published." : "Your approval counts. It is published when enough people have approved it.";
    }
}
