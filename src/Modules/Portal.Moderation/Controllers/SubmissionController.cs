using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>From the form on a consultation's page to the receipt: check, then send. Nothing of it is cached, and the text never gets lost on the way.</summary>
[Route("{culture:culture}/submission"), SameSiteOnly, ResponseCache(NoStore = true)]
public sealed class SubmissionController(ReceiveSubmission receive, FindConsultation find, ConsultedText texts, Tickets tickets, PageFrame frame, TimeProvider clock, IStringLocalizer T) : Controller
{
    /// <summary>Shows the text once more, with everything that can be said about its author, and a ticket.</summary>
    /// <param name="form">Null where the request holds no form that can be read.</param>
    [HttpPost("check")]
    public async Task<IActionResult> Check(SubmissionForm? form, CancellationToken cancel) => form is null ? BadRequest() : await CheckPageAsync(form, renew: true, cancel);

    [HttpPost("send")]
    public async Task<IActionResult> Send(SubmissionForm? form, CancellationToken cancel)
    {
        if (form is null) return BadRequest();
        var arrived = clock.UtcNow;
        var outcome = await receive.RunAsync(new(
            form.Consultation, Language(form).Code, form.SectionId, form.Body ?? "", form.DisplayName, form.OnBehalfOf, form.Email, form.Consent, form.Ticket, "web", arrived), cancel);
        if (outcome.Problem is not { } problem) return await ReceiptPageAsync(form, outcome.Value, cancel);

        problem.AddTo(ModelState, T);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        // A ticket that cannot be used again is replaced; otherwise the same one keeps a second send from doubling the comment.
        return await CheckPageAsync(form, renew: problem.Kind == ProblemKind.Conflict || problem.Errors.Any(e => e.Field == "ticket"), cancel);
    }

    async Task<IActionResult> CheckPageAsync(SubmissionForm form, bool renew, CancellationToken cancel)
    {
        var culture = Culture.Current;
        if (await find.RunAsync(form.Consultation, cancel) is not { } consultation || await texts.RunAsync(consultation.Set, culture, cancel) is not { } document) return NotFound();

        var phase = consultation.Milestones.PhaseAt(clock.UtcNow);
        if (phase == Phase.Draft) return NotFound();
        if (form.SectionId is { Length: 0 }) form.SectionId = null;
        if (renew || form.Ticket is null) form.Ticket = tickets.Issue(consultation.Set, form.SectionId, document.VersionId);
        var isOpen = phase == Phase.Open;
        if (!isOpen && ModelState.IsValid) ModelState.AddModelError("", phase == Phase.Announced ? T["This consultation is not open yet."] : T["This consultation has closed. Your comment was not sent; you can copy it from this page."]);

        frame.Title = T["Check your comment"];
        frame.NoIndex = true;
        frame.Breadcrumbs.Add(new(document.Title, document.Href));
        // The form's own values are shown, not what a browser sent for hidden fields of an earlier page.
        foreach (var name in new[] { nameof(form.Ticket), nameof(form.SectionId) }) ModelState.Remove(name);
        return View("Check", new CheckView(form, document.Title, Back(document, form.SectionId), document.Heading(form.SectionId), isOpen, ReceiveSubmission.LongestBody, ReceiveSubmission.LongestName) { KeptUntilUtc = consultation.KeptUntilUtc });
    }

    async Task<IActionResult> ReceiptPageAsync(SubmissionForm form, ReceiveSubmission.Outcome outcome, CancellationToken cancel)
    {
        var consultation = (await find.RunAsync(form.Consultation, cancel))!;
        var document = (await texts.RunAsync(consultation.Set, Culture.Current, cancel))!;
        frame.Title = T["Receipt"];
        frame.NoIndex = true;
        frame.Breadcrumbs.Add(new(document.Title, document.Href));
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("~/Views/Receipt/Show.cshtml", new ReceiptView(
            outcome.Receipt, outcome.State, outcome.ReceivedUtc, outcome.ReceivedUtc, consultation.Zone, document.Title, document.Href, document.Heading(form.SectionId), consultation.Milestones.ClosesUtc, null, null, Sent: $"{form.Consultation}/{form.SectionId}"));
    }

    static Culture Language(SubmissionForm form) => Culture.TryFrom(form.Language, out var said) ? said : Culture.Current;

    static string Back(ConsultedDocument document, string? sectionId) =>
        document.Href + (document.Sections.FirstOrDefault(s => s.SectionId == sectionId) is { } section ? $"#section-{section.Number}" : "#general");
}
