using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Moderation;
using Portal.Moderation.Models;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires.Api;

/// <summary>What an earlier answer has to be like.</summary>
/// <param name="Question">Key of the earlier question.</param>
/// <param name="Test">oneOf, noneOf, atLeast, atMost or answered.</param>
/// <param name="Values">Option keys, or one number.</param>
/// <param name="Also">Further answers that it looks at; empty for most.</param>
/// <param name="IsAny">Of several, one is enough; otherwise all have to hold.</param>
public sealed record ApiCondition(string Question, string Test, IReadOnlyList<string> Values, IReadOnlyList<ApiCondition> Also, bool IsAny);

/// <param name="Key">What to send among <c>choices</c>.</param>
public sealed record ApiOption(string Key, string Label);

/// <summary>One question.</summary>
/// <param name="Key">The answer goes under this key.</param>
/// <param name="Kind">single, multiple, yesNo and municipality take <c>choices</c>; scale and number take <c>number</c>; date takes <c>date</c>; shortText and longText take <c>text</c>.</param>
/// <param name="Options">Empty for municipality: a choice is the localization set of an item of the type Municipality.</param>
/// <param name="TakesText">Beside the choice there is room for words of one's own: what "other" is, or the reason.</param>
/// <param name="IsPublished">Those words are published once a moderator has decided.</param>
/// <param name="Longest">Longest text in UTF-16 units.</param>
public sealed record ApiQuestion(
    string Key, string Kind, string Title, string Help, bool IsRequired, IReadOnlyList<ApiOption> Options, bool TakesText, bool IsPublished, int? FewestChoices, int? MostChoices,
    decimal? Least, decimal? Greatest, string? Unit, DateOnly? Earliest, DateOnly? Latest, int? Longest, ApiCondition? ShownWhen);

public sealed record ApiPage(string Key, string Title, string Introduction, ApiCondition? ShownWhen, IReadOnlyList<ApiQuestion> Questions);

/// <summary>A questionnaire in one culture.</summary>
/// <param name="Version">To be sent with the answers.</param>
/// <param name="Cultures">Content cultures in which it is asked.</param>
/// <param name="ConsentVersion">What to send as <c>consent</c>.</param>
public sealed record ApiQuestionnaire(string ConsultationSet, int Version, string Culture, string Title, string Introduction, IReadOnlyList<string> Cultures, string ConsentVersion, IReadOnlyList<ApiPage> Pages);

/// <summary>An answer. Only the member that the question's kind asks for.</summary>
/// <param name="Date">yyyy-MM-dd.</param>
/// <param name="Text">Plain text.</param>
public sealed record ApiAnswer(IReadOnlyList<string>? Choices, decimal? Number, DateOnly? Date, string? Text);

/// <param name="Culture">Culture code in which the questions were read.</param>
/// <param name="Version">The version that was answered; every published one is taken.</param>
/// <param name="Answers">By question key. An answer to a question that is not asked after the others is refused.</param>
/// <param name="Email">Where to send receipt and decision; kept apart, never published.</param>
/// <param name="Consent">The questionnaire's <c>consentVersion</c>.</param>
/// <param name="Ticket">From <c>POST /api/v1/tickets</c> without a section; not needed with a token of scope <c>submissions</c>.</param>
public sealed record ResponseRequest(string Culture, int Version, IReadOnlyDictionary<string, ApiAnswer> Answers, string? OnBehalfOf, string? Email, string? Consent, string? Ticket)
{
    /// <summary>Answer to the ticket's question, if one is asked for with an error at <c>answer</c>.</summary>
    public string? Answer { get; init; }
    /// <summary>The number found instead of an answer.</summary>
    public string? Proof { get; init; }
}

/// <param name="Receipt">The only way to find the answers again.</param>
/// <param name="State">queued, or published where nothing has to be read.</param>
public sealed record ResponseReceived(string Receipt, string State);

static class QuestionnaireApi
{
    public static void MapQuestionnaireApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/consultations/{id}").WithTags("Questionnaires").AllowAnonymous();
        api.MapGet("/questionnaire", GetAsync).WithName("GetQuestionnaire").WithSummary("The questionnaire of a consultation, in one culture, as people answer it now.");
        api.MapPost("/responses", ReceiveAsync).WithName("SendResponse").WithSummary("Sends answers to a questionnaire. The answer carries the receipt and comes when the answers are durable.");
    }

    static async Task<Results<Ok<ApiQuestionnaire>, ProblemHttpResult>> GetAsync(string id, string? culture, Answering answering, TimeProvider clock, IStringLocalizer T, CancellationToken cancel)
    {
        if (!Culture.TryFrom(culture ?? Culture.Current.Code, out var asked)) return Problem.Invalid("culture", "There is no culture {0}. There are: {1}.", culture!, string.Join(", ", Culture.All)).ToHttp(T);
        if (await answering.FindAsync(id, asked, null, cancel) is not { } found || found.Consultation.Milestones.PhaseAt(clock.UtcNow) == Phase.Draft) return Problem.NotFound("This consultation has no questionnaire in {0}.", asked.NativeName).ToHttp(T);

        // "Yes" and "other" are said as the questions are, whatever the caller speaks.
        ApiQuestionnaire? told = null;
        Speaking.In(asked.Code, _ => told = new ApiQuestionnaire(
            found.Consultation.Set, found.Published.Version, asked.Code, asked.Render(found.Texts.Title), asked.Render(found.Texts.Introduction), found.Published.Cultures, ResponseConsent.Version,
            [.. found.Form.Pages.Select(p => new ApiPage(p.Key, asked.Render(found.Texts.Of(p).Title), asked.Render(found.Texts.Of(p).Introduction), Of(p.ShownWhen), [.. p.Questions.Select(q => Of(q, found.Texts.Of(q), asked, T))]))]));
        return TypedResults.Ok(told!);
    }

    static async Task<Results<Created<ResponseReceived>, ProblemHttpResult>> ReceiveAsync(string id, ResponseRequest request, HttpContext http, ReceiveResponse receive, TimeProvider clock, IStringLocalizer T, CancellationToken cancel)
    {
        if (!SameSiteOnlyAttribute.IsOwn(http.Request)) return Problem.Forbidden("Forms are accepted from this site's own pages only.").ToHttp(T);
        var answers = (request.Answers ?? new Dictionary<string, ApiAnswer>(StringComparer.Ordinal)).Where(a => a.Value is not null)
            .ToDictionary(a => a.Key, a => new Answer { Choices = [.. (a.Value.Choices ?? []).Where(c => c is not null)], Number = a.Value.Number, Date = a.Value.Date, Text = a.Value.Text }, StringComparer.Ordinal);
        var outcome = await receive.RunAsync(new(id, request.Culture ?? "", request.Version, answers, request.OnBehalfOf, request.Email, request.Consent, request.Ticket, "api", clock.UtcNow) { Signs = new(request.Answer, request.Proof, null) }, cancel);
        // No Location header: it would carry the receipt into logs.
        return outcome.Problem is { } problem ? problem.ToHttp(T) : TypedResults.Created((string?)null, new ResponseReceived(outcome.Value.Receipt, ModerationTable.Name(outcome.Value.State)));
    }

    static ApiQuestion Of(Question q, QuestionTexts texts, Culture culture, IStringLocalizer T)
    {
        var words = new Text.AnswerWords(T);
        return new(
            q.Key, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(q.Kind.ToString()), culture.Render(texts.Title), culture.Render(texts.Help), q.IsRequired, [.. FormRules.ValuesOf(q).Select(o => new ApiOption(o, words.Option(o, texts, culture)))],
            AnswerRules.TakesText(q), q.IsPublished, q.FewestChoices, q.MostChoices, q.Least, q.Greatest, texts.Unit.Length == 0 ? null : culture.Render(texts.Unit), q.Earliest, q.Latest, AnswerRules.TakesText(q) ? AnswerRules.LongestText(q) : null, Of(q.ShownWhen));
    }

    static ApiCondition? Of(Condition? condition) => condition is null ? null : new(condition.Question, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(condition.Test.ToString()), condition.Values, [.. condition.Also.Select(c => Of(c)!)], condition.IsAny);
}
