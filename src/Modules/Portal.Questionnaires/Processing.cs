using Portal.Cms.Privacy;

namespace Portal.Questionnaires;

/// <summary>What questionnaires do with data about people.</summary>
static class Processing
{
    public static readonly ProcessingActivity Responses = new(
        "Answers to questionnaires",
        "To count what people think of a draft, and to publish what they wrote where the question says so.",
        "The answers, the language, the day and time; whether somebody answers for an organisation. No name, no address, no account of a guest.",
        "Until the author withdraws them, or as long as the submission of which they are a part.",
        "In the database. Moderators read what people wrote; editors of the consultation see the answers; the public sees figures, and rows without anything about people, after closing.",
        "QuestionnaireResponse");

    public static readonly ProcessingActivity Drafts = new(
        "Answers that were not sent",
        "To let people go on later, on another device too.",
        "The answers so far, encrypted with a code that only the person has.",
        "Until they are sent; at most 30 days, and not beyond the closing of the consultation.",
        "In the database. Nobody can read them without the code.",
        "ResponseDraft");
}
