using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Abuse;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>From the form on a consultation's page to the receipt: check, then send. Nothing of it is cached, and neither text nor files get lost on the way.</summary>
[Route("{culture:culture}/submission"), SameSiteOnly, ResponseCache(NoStore = true)]
public sealed class SubmissionController(
    ReceiveSubmission receive, ReceiptPage receiptPage, FindConsultation find, ConsultedText texts, Tickets tickets, Challenges challenges, CleanFile cleaning, HeldFiles held, ContentNames names, CurrentUser user,
    PageFrame frame, IOptions<ParticipationSettings> settings, TimeProvider clock, IStringLocalizer T) : Controller
{
    /// <summary>Three files and the text; what is larger by little is refused with everything kept, not cut off.</summary>
    const long LargestForm = 64 * 1024 * 1024;

    /// <summary>Shows the text once more, with everything that can be said about its author, and a ticket.</summary>
    /// <param name="form">Null where the request holds no form that can be read.</param>
    [HttpPost("check"), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
    public async Task<IActionResult> Check(SubmissionForm? form, CancellationToken cancel)
    {
        if (form is null) return BadRequest();
        await HoldAsync(form, cancel);
        return await CheckPageAsync(form, renew: form.Ticket is null || IsSpent(form.Ticket), cancel);
    }

    [HttpPost("send"), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
    public async Task<IActionResult> Send(SubmissionForm? form, CancellationToken cancel)
    {
        if (form is null) return BadRequest();
        var arrived = clock.UtcNow;
        await HoldAsync(form, cancel);
        if (!ModelState.IsValid)
        {
            // A file was refused. Whoever sends wants it to be there: nothing goes without it.
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await CheckPageAsync(form, renew: false, cancel);
        }

        var outcome = await receive.RunAsync(Input(form, arrived), cancel);
        if (outcome.Problem is not { } problem) return await ReceiptAsync(form, outcome.Value, cancel);

        problem.AddTo(ModelState, T);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        // A ticket that cannot be used again is replaced; otherwise the same one keeps a second send from doubling the comment.
        var isAsked = problem.Errors.Any(e => e.Field == AbuseControl.Field);
        var renew = problem.Kind == ProblemKind.Conflict || problem.Errors.Any(e => e.Field == "ticket") || (isAsked && !string.IsNullOrWhiteSpace(form.Answer));
        return await CheckPageAsync(form, renew, cancel, isAsked);
    }

    /// <summary>Everything typed, as a text file to keep: where a consultation closed meanwhile there is nothing else to do with it.</summary>
    [HttpPost("copy")]
    public IActionResult Copy(SubmissionForm? form)
    {
        if (form is null) return BadRequest();
        var lines = new[] { form.Body, form.DisplayName, form.OnBehalfOf, form.Email }.Where(t => !string.IsNullOrWhiteSpace(t));
        return File(Encoding.UTF8.GetBytes(string.Join("\n\n", lines)), "text/plain; charset=utf-8", "comment.txt");
    }

    async Task<IActionResult> ReceiptAsync(SubmissionForm form, ReceiveSubmission.Outcome outcome, CancellationToken cancel)
    {
        var receipt = (await receiptPage.RunAsync(outcome.Receipt, Culture.Current, cancel))!;
        frame.Title = T["Receipt"];
        frame.NoIndex = true;
        frame.Breadcrumbs.Add(new(receipt.ConsultationTitle, receipt.ConsultationHref));
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("~/Views/Receipt/Show.cshtml", receipt with { Sent = KeptAs(form) });
    }

    /// <summary>Under what name the visitor's browser keeps the text while it is written.</summary>
    public static string KeptAs(SubmissionForm form) => $"{form.Consultation}/{form.SectionId}" + (string.IsNullOrEmpty(form.ReplyTo) ? "" : $"/{form.ReplyTo}");

    static ReceiveSubmission.Input Input(SubmissionForm form, DateTime arrived) => new(
        form.Consultation, Language(form).Code, NoneIfEmpty(form.SectionId), form.Body ?? "", form.DisplayName, form.OnBehalfOf, form.Email, form.Consent, form.Ticket, "web", arrived)
    {
        ReplyTo = NoneIfEmpty(form.ReplyTo), Files = form.Held, Signs = new(form.Answer, form.Proof, form.Website),
        AboutYou = new() { SubmissionId = "", AgeBand = NoneIfEmpty(form.AgeBand), Gender = NoneIfEmpty(form.Gender), Community = NoneIfEmpty(form.Community), MunicipalitySet = NoneIfEmpty(form.Municipality) },
    };

    /// <summary>Takes in the files chosen on this page, so that the next page need not ask for them again.</summary>
    async Task HoldAsync(SubmissionForm form, CancellationToken cancel)
    {
        var kept = (held.Read(form.Held) ?? []).Where(f => !form.Drop.Contains(f.Id, StringComparer.Ordinal)).Select(held.Write).ToList();
        if (kept.Count + form.Drop.Count < form.Held.Count) ModelState.AddModelError(CleanFile.Field, T["One of the files is no longer here. Choose it again."]);
        form.Held = kept;
        var chosen = form.Files.Where(f => f.Length > 0 || f.FileName.Length > 0).ToList();
        // Files cost work: nothing is done for a form that could not be sent.
        if (chosen.Count > 0 && tickets.Read(form.Ticket) is null) return;
        foreach (var file in chosen)
        {
            if (form.Held.Count == ParticipationSettings.MostFiles)
            {
                ModelState.AddModelError(CleanFile.Field, T["At most {0} files can be added.", ParticipationSettings.MostFiles]);
                return;
            }

            var outcome = await cleaning.RunAsync(file, cancel);
            if (outcome.Problem is { } problem) problem.AddTo(ModelState, T);
            else form.Held.Add(held.Write(outcome.Value));
        }
    }

    async Task<IActionResult> CheckPageAsync(SubmissionForm form, bool renew, CancellationToken cancel, bool isAsked = false)
    {
        var culture = Culture.Current;
        if (await find.RunAsync(form.Consultation, cancel) is not { } consultation || await texts.RunAsync(consultation.Set, culture, cancel) is not { } document) return NotFound();

        var phase = consultation.Milestones.PhaseAt(clock.UtcNow);
        if (phase == Phase.Draft) return NotFound();
        (form.SectionId, form.ReplyTo) = (NoneIfEmpty(form.SectionId), NoneIfEmpty(form.ReplyTo));
        if (renew || form.Ticket is null) form.Ticket = tickets.Issue(consultation.Set, form.SectionId, document.VersionId);
        var isOpen = phase == Phase.Open;
        if (!isOpen && ModelState.IsValid) SubmissionRules.NotOpen(phase).AddTo(ModelState, T);

        frame.Title = T["Check your comment"];
        frame.NoIndex = true;
        frame.Breadcrumbs.Add(new(document.Title, document.Href));
        // The form's own values are shown, not what a browser sent for hidden fields of an earlier page.
        foreach (var name in new[] { nameof(form.Ticket), nameof(form.SectionId), nameof(form.ReplyTo), nameof(form.Held), nameof(form.Answer), nameof(form.Proof) }) if (!HasErrors(name)) ModelState.Remove(name);
        return View("Check", new CheckView(form, document.Title, Back(document, form), document.Heading(form.SectionId), isOpen, ReceiveSubmission.LongestBody, ReceiveSubmission.LongestName)
        {
            Files = held.Read(form.Held) ?? [], LargestFile = settings.Value.LargestFile, Municipalities = await names.AllAsync("Municipality", culture, cancel),
            KeptUntilUtc = consultation.KeptUntilUtc, NeedsConfirmation = !user.IsSignedIn && (consultation.ParticipationLevel == "confirmed-email" || form.ReplyTo is not null),
            Challenge = isAsked && tickets.Read(form.Ticket) is { } ticket ? challenges.For(ticket) : null,
        });
    }

    bool HasErrors(string name) => ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0;

    bool IsSpent(string ticket) => tickets.Read(ticket) is not { } read || tickets.IsExpired(read);

    static Culture Language(SubmissionForm form) => Culture.TryFrom(form.Language, out var said) ? said : Culture.Current;

    static string? NoneIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static string Back(ConsultedDocument document, SubmissionForm form) =>
        document.Href + (form.ReplyTo is { } comment ? $"#c-{comment}" : document.Sections.FirstOrDefault(s => s.SectionId == form.SectionId) is { } section ? $"#section-{section.Number}" : "#general");
}
