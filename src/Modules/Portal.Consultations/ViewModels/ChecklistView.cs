using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Consultations.Checklist;

namespace Portal.Consultations.ViewModels;

/// <summary>What is to be looked at before a consultation is announced.</summary>
public sealed record ChecklistView(string Title, IReadOnlyList<CheckItem> Items)
{
    /// <summary>What is so, in the reader's language.</summary>
    public static string Say(CheckItem item, IStringLocalizer text, Culture culture) => text[item.Message, [.. item.Args.Select(arg => Say(arg, text, culture))]];

    static object Say(object arg, IStringLocalizer text, Culture culture) => arg switch
    {
        Word word => text[word.Text].Value,
        IReadOnlyList<Word> words => string.Join(", ", words.Select(w => text[w.Text].Value)),
        DateOnly day => $"{culture.FormatCulture.DateTimeFormat.GetDayName(day.DayOfWeek)}, {Dates.Day(day, culture)}",
        TimeOnly time => Dates.Time(time, culture),
        _ => arg,
    };
}
