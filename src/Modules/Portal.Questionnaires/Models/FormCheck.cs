using Portal.Cms.Localization;

namespace Portal.Questionnaires.Models;

/// <summary>Something that is missing before a questionnaire is whole.</summary>
/// <param name="Culture">Content culture that it is missing in; null = in the questionnaire itself.</param>
/// <param name="At">Key of the page or question; <c>texts</c> for the texts of the whole.</param>
/// <param name="Message">English message id.</param>
/// <param name="KeepsCultureBack">Without it the questionnaire is not offered in this culture; otherwise it is only a pity.</param>
public sealed record Missing(string? Culture, string At, string Message, bool KeepsCultureBack = true);

/// <summary>What a questionnaire lacks, and in which cultures people can answer it.</summary>
public static class FormCheck
{
    /// <returns>Everything that is missing, in the order of the questionnaire, culture by culture.</returns>
    public static IReadOnlyList<Missing> Of(Form form) => [.. Structure(form), .. Culture.ContentCultures.SelectMany(c => Texts(form, c.Code))];

    /// <summary>The content cultures in which every question can be asked.</summary>
    public static IReadOnlyList<string> CulturesOf(Form form) => [.. Culture.ContentCultures.Select(c => c.Code).Where(c => form.Texts.ContainsKey(c) && !Texts(form, c).Any(m => m.KeepsCultureBack))];

    /// <summary>What keeps it from being published in any culture.</summary>
    public static IEnumerable<Missing> Structure(Form form)
    {
        if (!form.Questions.Any()) yield return new(null, "texts", "There is no question yet.");
        foreach (var question in form.Questions.Where(q => q.Kind is QuestionKind.Single or QuestionKind.Multiple && q.Options.Count + (q.HasOther ? 1 : 0) < 2)) yield return new(null, question.Key, "A choice needs two options at least.");
        foreach (var question in form.Questions.Where(q => q.Kind == QuestionKind.Multiple && (q.FewestChoices ?? 0) > q.Options.Count + (q.HasOther ? 1 : 0))) yield return new(null, question.Key, "More answers are asked for than there are options.");
    }

    static IEnumerable<Missing> Texts(Form form, string culture)
    {
        var texts = form.TextsIn(culture);
        var others = form.Texts.Where(t => t.Key != culture).Select(t => t.Value).ToList();
        if (texts.Title.Length == 0) yield return new(culture, "texts", "The title of the questionnaire");
        if (texts.Introduction.Length == 0 && others.Any(o => o.Introduction.Length > 0)) yield return new(culture, "texts", "The introduction", KeepsCultureBack: false);

        foreach (var page in form.Pages)
        {
            if (form.Pages.Count > 1 && texts.Of(page).Title.Length == 0) yield return new(culture, page.Key, "The title of the page");
            if (texts.Of(page).Introduction.Length == 0 && others.Any(o => o.Of(page).Introduction.Length > 0)) yield return new(culture, page.Key, "The introduction of the page", KeepsCultureBack: false);
            foreach (var question in page.Questions)
            {
                foreach (var missing in Texts(question, texts.Of(question), [.. others.Select(o => o.Of(question))], culture)) yield return missing;
            }
        }
    }

    static IEnumerable<Missing> Texts(Question question, QuestionTexts texts, IReadOnlyList<QuestionTexts> others, string culture)
    {
        if (texts.Title.Length == 0) yield return new(culture, question.Key, "The question");
        if (question.Options.Any(o => texts.Label(o).Length == 0)) yield return new(culture, question.Key, "An option");
        if (question.Kind == QuestionKind.Scale && (texts.LeastLabel.Length == 0 || texts.GreatestLabel.Length == 0)) yield return new(culture, question.Key, "The ends of the scale");
        if (texts.Unit.Length == 0 && others.Any(o => o.Unit.Length > 0)) yield return new(culture, question.Key, "The unit");
        if (texts.Help.Length == 0 && others.Any(o => o.Help.Length > 0)) yield return new(culture, question.Key, "The help text", KeepsCultureBack: false);
    }
}
