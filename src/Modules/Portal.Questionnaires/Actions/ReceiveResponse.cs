using Portal.Cms;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Abuse;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires.Actions;

/// <summary>Takes in the answers to a questionnaire: a submission like any other, with its receipt, its window and its moderation.</summary>
/// <remarks>Answered when it is durable. Every published version is taken: who began before the next one came is not sent back.</remarks>
public sealed class ReceiveResponse(ReceiveSubmission receive, WithdrawSubmission withdraw, FindConsultation find, FindForm forms, ContentNames names)
{
    /// <param name="Consultation">Localization set or ContentItemId of any culture.</param>
    /// <param name="Culture">Culture in which the questions were read.</param>
    /// <param name="Version">The version answered.</param>
    /// <param name="Answers">By question key. An answer to a question that is not asked after the others is refused.</param>
    /// <param name="DraftCode">The draft that ends with the sending; null where there is none.</param>
    public sealed record Input(
        string Consultation, string Culture, int Version, IReadOnlyDictionary<string, Answer> Answers, string? OnBehalfOf, string? Email, string? Consent, string? Ticket, string Channel, DateTime ArrivedUtc, string? DraftCode = null)
    {
        /// <summary>What tells people from machines (<see cref="AbuseControl"/>).</summary>
        public AbuseControl.Signs Signs { get; init; } = new(null, null, null);
        /// <summary>Receipt of the answers whose place these take: they are withdrawn in the same commit. Null = they take none's.</summary>
        public string? Replaces { get; init; }
    }

    public async Task<Result<ReceiveSubmission.Outcome>> RunAsync(Input input, CancellationToken cancel)
    {
        if (await find.RunAsync(input.Consultation, cancel) is not { } consultation) return Problem.NotFound("There is no such consultation.");
        if (await forms.VersionAsync(consultation.Set, input.Version, cancel) is not { } form) return Problem.NotFound("This consultation has no questionnaire of this version.");
        if (!Culture.TryFrom(input.Culture, out var culture) || !form.IsIn(culture)) return Problem.Invalid("culture", "The questionnaire is not asked in this language. It is asked in: {0}.", string.Join(", ", form.Cultures));

        var isOpen = consultation.Milestones.PhaseAt(input.ArrivedUtc) == Phase.Open;
        if (isOpen && AnswerRules.Check(form.Form, input.Answers, await MunicipalitiesAsync(names, cancel)) is { Count: > 0 } errors) return Problem.Invalid(errors);
        if (isOpen && input.Answers.Values.All(a => a.IsEmpty)) return Problem.Invalid("answers", "Nothing is answered yet.");

        // Outside the window nothing is measured, so that a text which cannot be stored is not taken apart either.
        var (body, stored) = isOpen ? ResponseText.Of(form.Form, input.Answers, culture) : ("", new Dictionary<string, StoredAnswer>(StringComparer.Ordinal));
        var outcome = await receive.RunAsync(
            new(consultation.Set, culture.Code, null, body, null, input.OnBehalfOf, input.Email, input.Consent, input.Ticket, input.Channel, input.ArrivedUtc)
            {
                Enclosed = new EnclosedAnswers(form.Version, FormJson.Write(stored), input.DraftCode), Signs = input.Signs, Replacing = input.Replaces is { } earlier ? () => withdraw.RunAsync(earlier, isReplaced: true, cancel) : null,
            },
            cancel);
        if (outcome.Problem is not { } problem) return outcome;
        if (problem.Kind == ProblemKind.Conflict && !isOpen && consultation.Milestones.PhaseAt(input.ArrivedUtc) > Phase.Open) return Problem.Conflict("This consultation has closed. Your answers were not sent; you can copy them.");
        return problem with { Errors = [.. problem.Errors.Select(e => e.Field == "consent" ? new("consent", "We may take your answers only if you agree to this.") : e)] };
    }

    /// <summary>The municipalities that can be chosen.</summary>
    internal static async ValueTask<IReadOnlySet<string>> MunicipalitiesAsync(ContentNames names, CancellationToken cancel) =>
        (await names.AllAsync("Municipality", Cms.Localization.Culture.En, cancel)).Select(m => m.Set).ToHashSet(StringComparer.Ordinal);
}
