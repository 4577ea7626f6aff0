using Microsoft.Extensions.Localization;
using Portal.CaseStudies.Models;
using Portal.Cms.Localization;

namespace Portal.CaseStudies.Queries;

/// <summary>Says numbers and amounts in the reader's language.</summary>
public sealed class FigureWords(IStringLocalizer text)
{
    /// <summary>A number as it was measured, with the percent sign where that is its unit.</summary>
    public static string Number(decimal value, string unit, Culture culture)
    {
        var number = value.ToString("#,##0.##", culture.FormatCulture);
        // Languages differ in whether a space stands before the sign.
        return unit == "%" ? culture.FormatCulture.NumberFormat.PercentPositivePattern == 0 ? $"{number}\u00a0%" : $"{number}%" : number;
    }

    /// <summary>An amount in euro, without cents where there are none.</summary>
    public static string Euro(decimal amount, Culture culture) => amount.ToString(decimal.IsInteger(amount) ? "N0" : "N2", culture.FormatCulture) + "\u00a0€";

    /// <summary>When it was done, as exactly as that is known; empty where it is not.</summary>
    public string Period(CaseStudyText study) =>
        study.Started is not { } from ? study.Ended is { } only ? Dates.Day(only, study.Culture) : "" :
        study.Ended is { } to ? DateSpan.Text(from, to, study.Culture) : text["since {0}", Dates.Day(from, study.Culture)];

    /// <summary>Where an indicator stands, as a sentence for those who do not see the drawing.</summary>
    public string Sentence(IndicatorFigures figures, string unit, Culture culture)
    {
        var said = new List<string>();
        if (figures.Baseline is { } baseline) said.Add(text["Start: {0}", With(baseline)]);
        if (figures.Latest is { } latest) said.Add(text["Latest: {0}", With(latest)]);
        if (figures.Target is { } target) said.Add(text["Target: {0}", With(target)]);
        return string.Join("; ", said);

        string With(Measurement measured)
        {
            var number = Number(measured.Value, unit, culture);
            return measured.Day is { } day ? $"{number} ({Dates.Day(day, culture)})" : number;
        }
    }

    /// <returns>How far it has come, in words; empty where that cannot be told.</returns>
    public string Progress(IndicatorFigures figures) => figures.Progress switch
    {
        Models.Progress.Reached => text["Target reached"],
        Models.Progress.OnTheWay => text["{0}% of the way to the target", figures.PercentOfTheWay],
        Models.Progress.Unchanged => text["No change since the start"],
        Models.Progress.FurtherAway => text["Further from the target than at the start"],
        _ => "",
    };
}
