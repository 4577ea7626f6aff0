using Portal.Cms.Localization;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Editing;

/// <summary>What editors do to a questionnaire: each step makes a new one. Whether it may be kept, <see cref="FormRules"/> says.</summary>
public static class FormEditing
{
    extension(Form form)
    {
        public Form WithPage(out string key)
        {
            key = Free("page", form.Pages.Select(p => p.Key));
            return form with { Pages = [.. form.Pages, new(key)] };
        }

        /// <summary>Its questions go with it.</summary>
        public Form WithoutPage(string key) => (form with { Pages = [.. form.Pages.Where(p => p.Key != key)] }).WithoutStrayTexts();

        public Form WithPageMoved(string key, int by) => form with { Pages = Moved(form.Pages, form.Pages.ToList().FindIndex(p => p.Key == key), by) };

        public Form With(Page page) => form with { Pages = [.. form.Pages.Select(p => p.Key == page.Key ? page : p)] };

        /// <param name="title">In the editor's culture; the key is made from it.</param>
        public Form WithQuestion(string pageKey, QuestionKind kind, string title, string culture, out string key)
        {
            var made = key = Free(Slug(title, "question"), form.Questions.Select(q => q.Key));
            var question = kind switch
            {
                QuestionKind.Scale => new Question(made, kind) { Least = 1, Greatest = 5 },
                QuestionKind.Municipality => new Question(made, kind) { IsAboutPerson = true },
                QuestionKind.YesNo => new Question(made, kind) { HasReason = true },
                _ => new Question(made, kind),
            };
            return form.OnPage(pageKey, questions => [.. questions, question]).WithTexts(culture, t => t.Set(made, new QuestionTexts { Title = title }));
        }

        public Form With(Question question) => form with { Pages = [.. form.Pages.Select(p => p with { Questions = [.. p.Questions.Select(q => q.Key == question.Key ? question : q)] })] };

        public Form WithoutQuestion(string key) => (form with { Pages = [.. form.Pages.Select(p => p with { Questions = [.. p.Questions.Where(q => q.Key != key)] })] }).WithoutStrayTexts();

        /// <summary>A copy stands behind the original, with all its texts.</summary>
        public Form WithCopyOf(string key, out string copyKey)
        {
            copyKey = "";
            if (form.Find(key) is not { } question || form.PageOf(key) is not { } page) return form;

            var made = copyKey = Free(key, form.Questions.Select(q => q.Key));
            var copied = form.OnPage(page.Key, questions => [.. questions.SelectMany(q => q.Key == key ? new[] { q, question with { Key = made } } : [q])]);
            return copied with { Texts = copied.Texts.ToDictionary(t => t.Key, t => t.Value.Set(made, t.Value.Of(question)), StringComparer.Ordinal) };
        }

        /// <summary>At the end of its page a question moves on to the next page, and likewise back.</summary>
        public Form WithQuestionMoved(string key, int by)
        {
            if (form.PageOf(key) is not { } page || form.Find(key) is not { } question) return form;

            var at = page.Questions.ToList().FindIndex(q => q.Key == key);
            if (at + by >= 0 && at + by < page.Questions.Count) return form.OnPage(page.Key, questions => Moved(questions, at, by));

            var target = form.Pages.ToList().FindIndex(p => p.Key == page.Key) + by;
            if (target < 0 || target >= form.Pages.Count) return form;
            var taken = form.OnPage(page.Key, questions => [.. questions.Where(q => q.Key != key)]);
            return taken.OnPage(form.Pages[target].Key, questions => by > 0 ? [question, .. questions] : [.. questions, question]);
        }

        public Form WithTexts(string culture, Func<FormTexts, FormTexts> change)
        {
            var texts = form.Texts.ToDictionary(StringComparer.Ordinal);
            texts[culture] = change(form.TextsIn(culture));
            return form with { Texts = texts };
        }

        Form OnPage(string pageKey, Func<IReadOnlyList<Question>, IReadOnlyList<Question>> change) =>
            form with { Pages = [.. form.Pages.Select(p => p.Key == pageKey ? p with { Questions = change(p.Questions) } : p)] };

        Form WithoutStrayTexts() => form with
        {
            Texts = form.Texts.ToDictionary(t => t.Key, t => t.Value with
            {
                Pages = t.Value.Pages.Where(p => form.Pages.Any(q => q.Key == p.Key)).ToDictionary(StringComparer.Ordinal),
                Questions = t.Value.Questions.Where(q => form.Find(q.Key) is not null).ToDictionary(StringComparer.Ordinal),
            }, StringComparer.Ordinal),
        };
    }

    /// <summary>A key made from words, at most 40 letters.</summary>
    public static string Slug(string words, string otherwise)
    {
        var slug = Cms.Localization.Slug.From(words);
        slug = slug.Length > 40 ? slug[..40].Trim('-') : slug;
        return FormRules.IsKey(slug) && slug != Answer.Other ? slug : otherwise;
    }

    /// <returns>The wish, or the wish with the first number that makes it free.</returns>
    public static string Free(string wish, IEnumerable<string> taken)
    {
        var all = taken.ToHashSet(StringComparer.Ordinal);
        return all.Contains(wish) ? Enumerable.Range(2, all.Count + 1).Select(n => $"{wish}-{n}").First(k => !all.Contains(k)) : wish;
    }

    static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> list, int at, int by)
    {
        var moved = list.ToList();
        if (at < 0 || at + by < 0 || at + by >= moved.Count) return list;
        (moved[at], moved[at + by]) = (moved[at + by], moved[at]);
        return moved;
    }
}
