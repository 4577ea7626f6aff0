using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Text;

/// <summary>Conditions in plain words, for editors.</summary>
public sealed class ConditionWords(AnswerWords words, IStringLocalizer T)
{
    public string Of(Form form, Condition? condition)
    {
        if (condition is null) return T["Always shown"];
        if (condition.Also.Count == 0) return One(form, condition);
        return string.Join(condition.IsAny ? $" – {T["or"].Value} – " : $" – {T["and"].Value} – ", condition.All.Select(c => One(form, c)));
    }

    string One(Form form, Condition condition)
    {

        var title = Editors.NameOf(form, condition.Question);
        return condition.Test switch
        {
            Test.OneOf => T["Shown if ‘{0}’ was answered with: {1}", title, Values(form, condition)],
            Test.NoneOf => T["Shown if ‘{0}’ was answered, but not with: {1}", title, Values(form, condition)],
            Test.AtLeast => T["Shown if ‘{0}’ was answered with {1} or more", title, Number(condition)],
            Test.AtMost => T["Shown if ‘{0}’ was answered with {1} or less", title, Number(condition)],
            _ => T["Shown if ‘{0}’ was answered at all", title],
        };
    }

    /// <returns>English message id.</returns>
    public static string NameOf(Test test) => test switch
    {
        Test.OneOf => "one of these answers was chosen",
        Test.NoneOf => "it was answered, but with none of these",
        Test.AtLeast => "the number is at least",
        Test.AtMost => "the number is at most",
        _ => "it was answered at all",
    };

    string Values(Form form, Condition condition) => string.Join(" / ", condition.Values.Select(v => words.Option(v, Editors.TextsOf(form, condition.Question), Culture.Current)));

    static string Number(Condition condition) => decimal.TryParse(condition.Values is [var first, ..] ? first : null, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.CurrentCulture) : "?";
}
