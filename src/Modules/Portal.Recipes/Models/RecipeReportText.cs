using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace Portal.Recipes.Models;

/// <summary>A recipe's report as lines of text, for the console and for logs.</summary>
public static class RecipeReportText
{
    /// <param name="report">What running the recipe did.</param>
    /// <param name="localizer">Translates the remarks; null = English.</param>
    public static string Format(RecipeReport report, IStringLocalizer? localizer = null)
    {
        var text = new StringBuilder();
        foreach (var step in report.Steps)
        {
            text.AppendLine(Say("{0}, step {1} ({2}): {3} created, {4} updated, {5} unchanged", step.File, step.Index + 1, step.Name, step.Created, step.Updated, step.Unchanged));
            foreach (var note in step.Notes) text.Append("  ").Append(note.Path).Append(": ").AppendLine(Say(note.Message, note.Args));
        }

        if (report.NeedsRestart) text.AppendLine(Say("The enabled features changed. Restart the portal for this to take effect."));
        return text.ToString();

        /// <param name="message">English message id.</param>
        string Say(string message, params object[] args) => localizer is null ? string.Format(CultureInfo.InvariantCulture, message, args) : localizer[message, args].Value;
    }
}
