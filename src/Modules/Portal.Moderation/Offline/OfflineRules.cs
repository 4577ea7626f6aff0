using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Offline;

/// <summary>What staff may enter of what came on paper, at meetings or by e-mail. Pure.</summary>
static class OfflineRules
{
    /// <returns>Why nothing can be entered in this phase; null = it can. After closing what came before it can still be entered, until the report is there.</returns>
    public static Problem? WhyNotIn(Phase phase) => phase switch
    {
        Phase.Draft or Phase.Announced => Problem.Conflict("This consultation is not open yet."),
        Phase.Reported or Phase.Archived => Problem.Conflict("The report on this consultation is published: nothing more can be entered."),
        _ => null,
    };

    /// <param name="body">As it will be kept; null = what was written is looked at elsewhere.</param>
    /// <returns>What is wrong; fields as the form and the file name them.</returns>
    public static IReadOnlyList<FieldError> Check(EnterSubmission.Input input, string? body, ConsultationFacts consultation, DateTime nowUtc)
    {
        var letters = SubmissionRules.CheckLetters(("body", input.Body), ("displayName", input.DisplayName), ("onBehalfOf", input.OnBehalfOf), ("email", input.Email), ("municipality", input.AboutYou?.MunicipalitySet));
        if (letters.Count > 0) return letters;
        return
        [
            .. Channels.Offline.Contains(input.Channel, StringComparer.Ordinal) ? [] : new[] { new FieldError("channel", "Say how it came in: on paper, at a meeting or by e-mail.") },
            .. CheckDay(input.ReceivedOn, consultation, nowUtc),
            .. SubmissionRules.CheckPlace(input.Culture, input.SectionId, consultation),
            .. input.Enclosed is null && body is not null ? SubmissionRules.CheckBody(body) : [],
            .. SubmissionRules.CheckAuthor(input.DisplayName, input.OnBehalfOf, input.Email),
            .. SubmissionRules.CheckAboutYou(input.AboutYou),
            .. input.HasAgreed ? [] : new[] { new FieldError("agreed", "Only what its author has agreed to can be entered: on the form, at the meeting or in the mail.") },
        ];
    }

    /// <summary>The instant that stands for a day: noon, or as near to it as the window and the present allow.</summary>
    public static DateTime InstantOf(DateOnly day, ConsultationFacts consultation, DateTime nowUtc)
    {
        var noon = Dates.ToUtc(day.ToDateTime(new(12, 0)), consultation.Zone);
        var last = consultation.Milestones.ClosesUtc.AddSeconds(-1) < nowUtc ? consultation.Milestones.ClosesUtc.AddSeconds(-1) : nowUtc;
        return noon < consultation.Milestones.OpensUtc ? consultation.Milestones.OpensUtc : noon > last ? last : noon;
    }

    /// <summary>The days on which something could be received.</summary>
    public static (DateOnly First, DateOnly Last) DaysOf(ConsultationFacts consultation) => (
        DateOnly.FromDateTime(Dates.ToWall(consultation.Milestones.OpensUtc, consultation.Zone)), DateOnly.FromDateTime(Dates.ToWall(consultation.Milestones.ClosesUtc.AddTicks(-1), consultation.Zone)));

    static IEnumerable<FieldError> CheckDay(DateOnly? received, ConsultationFacts consultation, DateTime nowUtc)
    {
        var (first, last) = DaysOf(consultation);
        if (received is not { } day) yield return new("receivedOn", "Say on which day it was received.");
        else if (day < first || day > last) yield return new("receivedOn", "Only what was received from {0} to {1} counts: the consultation was not open on another day.", first, last);
        else if (day > DateOnly.FromDateTime(Dates.ToWall(nowUtc, consultation.Zone))) yield return new("receivedOn", "This day is still to come.");
    }
}
