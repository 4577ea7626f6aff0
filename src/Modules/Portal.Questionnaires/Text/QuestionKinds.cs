using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Text;

/// <summary>What editors call the kinds of questions.</summary>
public static class QuestionKinds
{
    public static IReadOnlyList<QuestionKind> All { get; } = Enum.GetValues<QuestionKind>();

    /// <returns>English message id.</returns>
    public static string NameOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Single => "One of several options",
        QuestionKind.Multiple => "Several of several options",
        QuestionKind.Scale => "Scale between two ends",
        QuestionKind.Number => "Number",
        QuestionKind.Date => "Day",
        QuestionKind.ShortText => "Short text, one line",
        QuestionKind.LongText => "Long text",
        QuestionKind.Municipality => "Municipality",
        _ => "Yes or no, with a reason",
    };
}
