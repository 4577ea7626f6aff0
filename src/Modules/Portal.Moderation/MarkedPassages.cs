using System.Globalization;
using Portal.Moderation.Text;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation;

/// <summary>The passages that a moderator marked on the page, or copied into the form.</summary>
static class MarkedPassages
{
    /// <param name="absent">The first copied passage that does not stand in the text; null = all do.</param>
    public static IReadOnlyList<TextSpan> Of(DecisionForm form, string body, out string? absent)
    {
        var copied = (form.Redactions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        absent = copied.FirstOrDefault(p => Redaction.Find(body, [p]).Count == 0);
        return [.. form.Spans.Select(Read).OfType<TextSpan>(), .. Redaction.Find(body, copied)];
    }

    /// <summary>What is no span at all comes back as one that no text has, and is refused with the others' rule.</summary>
    static TextSpan? Read(string span) => span.Length == 0 ? null : span.Split(',') is [var start, var length]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var l) ? new(s, l) : new(-1, 0);
}
