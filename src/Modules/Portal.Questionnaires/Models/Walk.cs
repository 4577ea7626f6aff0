namespace Portal.Questionnaires.Models;

/// <summary>Where somebody stands in a questionnaire.</summary>
/// <param name="Page">Null: all is answered, and is checked.</param>
/// <param name="HasOpenedMore">The page is the same as before: an answer on it has opened further questions.</param>
public sealed record Stop(Page? Page, bool HasOpenedMore = false);

/// <summary>The way through a questionnaire, page by page.</summary>
public static class Walk
{
    /// <param name="from">Key of the page that was just answered; null where it was the check.</param>
    /// <param name="shown">Keys of the questions that stood on it.</param>
    /// <param name="pressed"><c>next</c>, <c>back</c>, or <c>to:</c> and the key of a page.</param>
    public static Stop Next(Form form, IReadOnlyDictionary<string, Answer> answers, string? from, IReadOnlyCollection<string> shown, string pressed)
    {
        var seen = Visibility.Of(form, answers);
        var pages = seen.Pages.ToList();
        if (pressed.StartsWith("to:", StringComparison.Ordinal) && pages.Find(p => p.Key == pressed[3..]) is { } named) return new(named);
        if (pressed == "back") return new(pages.LastOrDefault(p => from is null || Before(form, p.Key, from)) ?? pages.FirstOrDefault());

        // Without scripts, a question that an answer on its own page has opened is asked before going on.
        if (pages.Find(p => p.Key == from) is { } here && here.Questions.Any(q => seen.Shows(q) && !shown.Contains(q.Key, StringComparer.Ordinal))) return new(here, HasOpenedMore: true);
        return new(pages.Find(p => from is not null && Before(form, from, p.Key)));
    }

    static bool Before(Form form, string one, string other)
    {
        var keys = form.Pages.Select(p => p.Key).ToList();
        return keys.IndexOf(one) < keys.IndexOf(other);
    }
}
