using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Moderation;
using Portal.Moderation.Abuse;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.Text;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Drafts;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.Text;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Controllers;

/// <summary>From the first question to the receipt, page by page. Only the first page has an address of its own and is kept; what follows answers forms, and what was typed is in the draft, never in an address or a cookie.</summary>
[Route("{culture:culture}/questionnaire/{consultation}")]
public sealed class QuestionnaireController(Answering answering, DraftStore drafts, Tickets tickets, Challenges challenges, PageFrame frame, PageCaching caching, TimeProvider clock, IStringLocalizer T) : Controller
{
    /// <summary>The first page. The same for everybody.</summary>
    [HttpGet(""), HttpHead(""), PublicPage]
    public async Task<IActionResult> Start(string consultation, CancellationToken cancel)
    {
        if (await answering.FindAsync(consultation, Culture.Current, null, cancel) is not { } asked) return await ElsewhereAsync(consultation, cancel);

        caching.Tag(Tags.Set(asked.Consultation.Set));
        caching.ChangesAt(asked.Consultation.Milestones.NextAfter(clock.UtcNow));
        var phase = asked.Consultation.Milestones.PhaseAt(clock.UtcNow);
        if (phase == Phase.Draft) return NotFound();

        Frame(asked);
        var page = phase == Phase.Open
            ? PageOf(asked, asked.Form.Pages.First(Visibility.Of(asked.Form, Nothing).Shows), Nothing, null, [], null)
            : View("NotOpen", new CopyAnswersView(asked.Frame, phase == Phase.Announced ? "This consultation is not open yet." : "This consultation has closed. The questionnaire takes no more answers.", []));
        frame.NoIndex = false;
        frame.Alternates = [.. Culture.All.Select(c => new Alternate(c, $"/{c.Code}/questionnaire/{Uri.EscapeDataString(asked.Consultation.Set)}", asked.Published.IsIn(c)))];
        return page;
    }

    /// <summary>Takes in the answers of one page and shows the next, the one before, or what was asked for.</summary>
    /// <param name="draft">Code of the draft; none before the first page was sent.</param>
    /// <param name="pressed"><c>next</c>, <c>back</c>, <c>save</c>, or <c>to:</c> and the key of a page.</param>
    [HttpPost(""), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Answer(string consultation, [FromForm] string? draft, [FromForm] int version, [FromForm(Name = "do")] string? pressed, CancellationToken cancel)
    {
        if (!Request.HasFormContentType || await answering.FindAsync(consultation, Culture.Current, null, cancel) is not { } newest) return NotFound();

        var begun = await drafts.FindAsync(draft, newest.Consultation.Set, cancel);
        if (await AskedAsync(newest, begun?.Version ?? version, cancel) is not { } asked) return NotFound();

        var typed = TypedPage.Read(asked.Form, Request.Form, begun?.Answers ?? Nothing);
        if (asked.Consultation.Milestones.PhaseAt(clock.UtcNow) != Phase.Open) return Copy(asked, typed.Answers, ClosedMessage);
        if (draft is { Length: > 0 } && begun is null) return Copy(asked, typed.Answers, GoneMessage);

        var errors = pressed is "next" or null ? typed.Check(asked.Form, asked.MunicipalitySets) : typed.Errors;
        if (errors.Count > 0 && typed.Page is { } refused) return Refuse(asked, refused, typed.Answers, errors, draft);

        var kept = await drafts.KeepAsync(draft, asked.Consultation.Set, new(asked.Published.Version, typed.Answers) { StoppedAt = pressed == "save" ? typed.Page?.Key : null, Replaces = begun?.Replaces }, cancel);
        if (kept.Problem is { } problem) return Refuse(asked, typed.Page ?? asked.Form.Pages[0], typed.Answers, [new("", problem.Message, problem.Args)], draft);
        if (pressed == "save") return Saved(asked, kept.Value);

        var stop = Walk.Next(asked.Form, typed.Answers, typed.Page?.Key, [.. typed.Shown.Select(q => q.Key)], pressed ?? "next");
        return stop.Page is { } next ? PageOf(asked, next, typed.Answers, null, [], kept.Value, stop.HasOpenedMore ? OpenedMessage : null) : Check(asked, typed.Answers, kept.Value, new(), null);
    }

    [HttpGet("resume"), HttpHead("resume"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Resume(string consultation, CancellationToken cancel) =>
        await answering.FindAsync(consultation, Culture.Current, null, cancel) is { } asked ? AskForCode(asked, null) : NotFound();

    [HttpPost("resume"), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Resume(string consultation, [FromForm] string? draft, CancellationToken cancel)
    {
        if (await answering.FindAsync(consultation, Culture.Current, null, cancel) is not { } newest) return NotFound();
        if (await drafts.FindAsync(draft, newest.Consultation.Set, cancel) is not { } begun || await AskedAsync(newest, begun.Version, cancel) is not { } asked)
        {
            ModelState.AddModelError("draft", DraftCode.Read(draft) is null ? T["This is not a complete draft code. It begins with D and has 28 more letters and digits; one of them may be mistyped."] : T["There is no draft under this code: it was sent, or deleted."]);
            Response.StatusCode = StatusCodes.Status404NotFound;
            return AskForCode(newest, draft);
        }

        if (asked.Consultation.Milestones.PhaseAt(clock.UtcNow) != Phase.Open) return Copy(asked, begun.Answers, ClosedMessage);

        // Where they left off: the page on which they stopped, the first one on which something required is open, or the check.
        var seen = Visibility.Of(asked.Form, begun.Answers);
        var next = seen.Pages.FirstOrDefault(p => p.Key == begun.StoppedAt)
            ?? seen.Pages.FirstOrDefault(p => p.Questions.Where(seen.Shows).Any(q => AnswerRules.Check(q, begun.Answers.GetValueOrDefault(q.Key), asked.MunicipalitySets).Any()))
            ?? seen.Pages.FirstOrDefault(p => p.Questions.All(q => !begun.Answers.ContainsKey(q.Key)));
        return next is null ? Check(asked, begun.Answers, DraftCode.Read(draft)!, new(), null) : PageOf(asked, next, begun.Answers, null, [], DraftCode.Read(draft));
    }

    /// <summary>Begins a draft from answers that were sent. When it is sent, they are withdrawn.</summary>
    [HttpPost("change"), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Change(string consultation, [FromForm] string? receipt, [FromServices] ReceiptStatus receipts, [FromServices] KeptAnswers sent, CancellationToken cancel)
    {
        if (await answering.FindAsync(consultation, Culture.Current, null, cancel) is not { } asked) return await ElsewhereAsync(consultation, cancel);
        if (await receipts.RunAsync(receipt, cancel) is not { } status || status.ConsultationSet != asked.Consultation.Set || await sent.FindAsync(status.SubmissionId, status.Body, cancel) is not { } before) return NotFound();
        if (!AnswersOnReceipt.MayChange(status, asked.Consultation, clock.UtcNow)) return Copy(asked, before.Answers, ClosedMessage);

        var kept = await drafts.KeepAsync(null, asked.Consultation.Set, new(asked.Published.Version, before.Answers) { Replaces = ReceiptCode.Read(receipt) }, cancel);
        var first = asked.Form.Pages.First(Visibility.Of(asked.Form, before.Answers).Shows);
        return kept.Problem is { } problem ? Refuse(asked, first, before.Answers, [new("", problem.Message, problem.Args)], null) : PageOf(asked, first, before.Answers, null, [], kept.Value, ChangingMessage);
    }

    [HttpPost("send"), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Send(string consultation, SendForm? form, [FromServices] ReceiveResponse receive, [FromServices] ReceiptStatus receipts, CancellationToken cancel)
    {
        var arrived = clock.UtcNow;
        if (form is null || await answering.FindAsync(consultation, Culture.Current, null, cancel) is not { } newest) return NotFound();
        if (await drafts.FindAsync(form.Draft, newest.Consultation.Set, cancel) is not { } begun || await AskedAsync(newest, begun.Version, cancel) is not { } asked)
        {
            // Sent before with the same press of the button: the same receipt.
            return tickets.Read(form.Ticket) is { } ticket && await receipts.RunAsync(ticket.Receipt, cancel) is { } known
                ? Receipt(newest, ticket.Receipt, known.ReceivedUtc, known.State) : Copy(newest, Nothing, GoneMessage);
        }

        if (begun.Replaces is { } earlier && await receipts.RunAsync(earlier, cancel) is not { MayWithdraw: true })
        {
            await drafts.KeepAsync(form.Draft, asked.Consultation.Set, begun with { Replaces = null }, cancel);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Check(asked, begun.Answers, form.Draft!, form, WithdrawSubmission.NothingToReplace);
        }

        // What was answered before a condition was undone is not sent: nobody asked it in the end.
        var seen = Visibility.Of(asked.Form, begun.Answers);
        var answers = begun.Answers.Where(a => asked.Form.Find(a.Key) is { } q && seen.Shows(q)).ToDictionary(StringComparer.Ordinal);
        var outcome = await receive.RunAsync(new(asked.Consultation.Set, asked.Culture.Code, asked.Published.Version, answers, form.OnBehalfOf, form.Email, form.Consent, form.Ticket, "web", arrived, form.Draft) { Signs = new(form.Answer, form.Proof, form.Website), Replaces = begun.Replaces }, cancel);
        if (outcome.Problem is not { } problem) return Receipt(asked, outcome.Value.Receipt, outcome.Value.ReceivedUtc, outcome.Value.State, begun.Replaces is not null);

        if (asked.Consultation.Milestones.PhaseAt(arrived) != Phase.Open) return Copy(asked, begun.Answers, ClosedMessage);
        if (tickets.Read(form.Ticket) is { } sent && await receipts.RunAsync(sent.Receipt, cancel) is { } before) return Receipt(asked, sent.Receipt, before.ReceivedUtc, before.State);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Check(asked, begun.Answers, form.Draft!, form, problem);
    }

    /// <summary>English message id.</summary>
    const string ClosedMessage = "This consultation has closed. Your answers were not sent; you can copy them from this page.";
    /// <summary>English message id.</summary>
    const string GoneMessage = "These answers were sent already, or their draft was deleted. What you typed just now is here, for copying.";

    /// <summary>English message id.</summary>
    const string ChangingMessage = "These are the answers that you sent. When you send them once more, the earlier ones are withdrawn and you get a new receipt.";

    /// <summary>English message id.</summary>
    internal const string OpenedMessage = "Your answers have opened further questions on this page.";

    static readonly Dictionary<string, Answer> Nothing = new(StringComparer.Ordinal);

    async Task<Asked?> AskedAsync(Asked newest, int version, CancellationToken cancel) =>
        version == newest.Published.Version ? newest : await answering.FindAsync(newest.Consultation.Set, newest.Culture, version, cancel);

    ViewResult Refuse(Asked asked, Page page, IReadOnlyDictionary<string, Answer> answers, IReadOnlyList<FieldError> errors, string? draft)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return PageOf(asked, page, answers, q => TypedAnswers.Of(Request.Form, q.Key), errors, draft);
    }

    ViewResult PageOf(Asked asked, Page page, IReadOnlyDictionary<string, Answer> answers, Func<Question, IReadOnlyDictionary<string, IReadOnlyList<string>>>? typed, IReadOnlyList<FieldError> errors, string? draft, string? notice = null)
    {
        Frame(asked);
        ModelState.Clear();
        return View("Page", Answering.PageOf(asked, page, answers, typed, errors, Say, draft, notice));
    }

    ViewResult Check(Asked asked, IReadOnlyDictionary<string, Answer> answers, string draft, SendForm form, Problem? problem)
    {
        var errors = problem?.Errors.Where(e => e.Field.StartsWith("answers.", StringComparison.Ordinal)).ToList() ?? [];
        var isAsked = problem?.Errors.Any(e => e.Field == AbuseControl.Field) == true;
        // A ticket that cannot be used again is replaced, and with it a question that was answered wrongly; otherwise the same one keeps a second send from doubling the answers.
        var isSpent = problem is { Kind: ProblemKind.Conflict } || problem?.Errors.Any(e => e.Field == "ticket") == true || (isAsked && !string.IsNullOrWhiteSpace(form.Answer));
        var ticket = form.Ticket is { Length: > 0 } same && !isSpent ? same : tickets.Issue(asked.Consultation.Set, null, asked.VersionId);
        Frame(asked);
        frame.Title = T["Check your answers"];
        ModelState.Clear();
        problem?.AddTo(ModelState, T);
        return View("Check", new CheckAnswersView(asked.Frame, answering.Answered(asked, answers, errors, Say), asked.Published.Version, draft, ticket, form, asked.Consultation.ParticipationLevel == "confirmed-email")
        {
            Challenge = isAsked && tickets.Read(ticket) is { } issued ? challenges.For(issued) : null,
        });
    }

    ViewResult Copy(Asked asked, IReadOnlyDictionary<string, Answer> answers, string message)
    {
        Frame(asked);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("NotOpen", new CopyAnswersView(asked.Frame, message, answering.Answered(asked, answers, [], Say)));
    }

    ViewResult Saved(Asked asked, string draft)
    {
        Frame(asked);
        frame.Title = T["Your answers are kept"];
        var (closes, expires) = (asked.Consultation.Milestones.ClosesUtc, clock.UtcNow + DraftStore.Lifetime);
        return View("Saved", new SavedView(asked.Frame, draft, closes < expires ? closes : expires));
    }

    ViewResult AskForCode(Asked asked, string? typed)
    {
        Frame(asked);
        frame.Title = T["Go on with your answers"];
        return View("Resume", new ResumeView(asked.Frame, typed));
    }

    ViewResult Receipt(Asked asked, string receipt, DateTime receivedUtc, SubmissionState state, bool replaces = false)
    {
        Frame(asked);
        frame.Title = T["Receipt"];
        return View("Receipt", new ResponseReceiptView(asked.Frame, receipt, receivedUtc, ModerationTable.Waiting.Contains(state), replaces));
    }

    /// <summary>The questionnaire exists, in other languages.</summary>
    async Task<IActionResult> ElsewhereAsync(string consultation, CancellationToken cancel)
    {
        foreach (var culture in Culture.All)
        {
            if (await answering.FindAsync(consultation, culture, null, cancel) is not { } asked) continue;

            frame.Title = asked.Frame.Title;
            frame.NoIndex = true;
            frame.Alternates = [.. Culture.All.Select(c => new Alternate(c, $"/{c.Code}/questionnaire/{Uri.EscapeDataString(asked.Consultation.Set)}", asked.Published.IsIn(c)))];
            Response.StatusCode = StatusCodes.Status404NotFound;
            return View("Elsewhere", asked.Published);
        }

        return NotFound();
    }

    void Frame(Asked asked)
    {
        frame.Title = asked.Frame.Title;
        frame.NoIndex = true;
        frame.Breadcrumbs.Clear();
        frame.Breadcrumbs.Add(new(asked.Frame.ConsultationTitle, asked.Frame.ConsultationHref));
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    string Say(FieldError error) => T[error.Message, error.Args];
}
