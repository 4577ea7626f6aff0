using System.Globalization;
using System.Text;
using Portal.Cms.Localization;

namespace Portal.Translations.Exchange;

/// <summary>A message of a PO file that is written.</summary>
/// <param name="Comments">For the translator (<c>#.</c>).</param>
/// <param name="References">Where it is used (<c>#:</c>).</param>
/// <param name="Forms">Translations; empty texts where there are none.</param>
/// <param name="PreviousId">What the message was when it was translated, where that has changed (<c>#| msgid</c>): the translation is then fuzzy.</param>
public sealed record PoMessage(string? Context, string Id, string? PluralId, IReadOnlyList<string> Forms, IReadOnlyList<string> Comments, IReadOnlyList<string> References, string? PreviousId = null);

/// <summary>Writes files in gettext's PO format ("GNU gettext utilities", chapter "The Format of PO Files"), as Orchard Core and every translation program read them.</summary>
public static class PoWriter
{
    /// <param name="fields">Header fields beside those that every file has.</param>
    public static string Write(Culture culture, IEnumerable<(string Name, string Value)> fields, IEnumerable<PoMessage> messages)
    {
        var text = new StringBuilder();
        text.Append("msgid \"\"\nmsgstr \"\"\n");
        foreach (var (name, value) in fields.Prepend(("Plural-Forms", PluralForms(culture))).Prepend(("Language", culture.Code)).Prepend(("Content-Transfer-Encoding", "8bit")).Prepend(("Content-Type", "text/plain; charset=UTF-8")).Prepend(("MIME-Version", "1.0")))
        {
            text.Append(Quote($"{name}: {value}\n")).Append('\n');
        }

        foreach (var message in messages) Write(message, text);
        return text.ToString();
    }

    static void Write(PoMessage message, StringBuilder text)
    {
        text.Append('\n');
        foreach (var comment in message.Comments) text.Append("#. ").Append(OneLine(comment)).Append('\n');
        foreach (var reference in message.References) text.Append("#: ").Append(OneLine(reference)).Append('\n');
        if (message.PreviousId is { } previous)
        {
            text.Append("#, fuzzy\n");
            text.Append("#| msgid ").Append(Quote(previous).Replace("\n", "\n#| ", StringComparison.Ordinal)).Append('\n');
        }

        if (message.Context is { } context) text.Append("msgctxt ").Append(Quote(context)).Append('\n');
        text.Append("msgid ").Append(Quote(message.Id)).Append('\n');
        if (message.PluralId is not { } plural)
        {
            text.Append("msgstr ").Append(Quote(message.Forms[0])).Append('\n');
            return;
        }

        text.Append("msgid_plural ").Append(Quote(plural)).Append('\n');
        for (var i = 0; i < message.Forms.Count; i++) text.Append(CultureInfo.InvariantCulture, $"msgstr[{i}] ").Append(Quote(message.Forms[i])).Append('\n');
    }

    /// <summary>A text of several lines begins with an empty one and has a line each, as gettext writes it.</summary>
    static string Quote(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        var lines = escaped.Split("\\n");
        if (lines.Length == 1 || (lines.Length == 2 && lines[1].Length == 0)) return $"\"{escaped}\"";
        var quoted = lines.Select((line, i) => i < lines.Length - 1 ? line + "\\n" : line).Where(line => line.Length > 0).Select(line => $"\"{line}\"");
        return "\"\"\n" + string.Join('\n', quoted);
    }

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static string PluralForms(Culture culture) => PluralRules.FormCount(culture) == 3
        ? "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;"
        : "nplurals=2; plural=n != 1;";
}
