using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Editing;

/// <summary>What editors do to the texts of a questionnaire in one language: each step makes new ones.</summary>
public static class TextEditing
{
    extension(FormTexts texts)
    {
        public FormTexts Set(string question, QuestionTexts said) => texts with { Questions = new Dictionary<string, QuestionTexts>(texts.Questions, StringComparer.Ordinal) { [question] = said } };

        public FormTexts Set(string page, PageTexts said) => texts with { Pages = new Dictionary<string, PageTexts>(texts.Pages, StringComparer.Ordinal) { [page] = said } };
    }
}
