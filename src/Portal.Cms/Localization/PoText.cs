using System.Text;

namespace Portal.Cms.Localization;

/// <summary>The texts inside a PO file: quoting, header fields, placeholders.</summary>
static class PoText
{
    public static string Unquote(string literal, Func<string, PoException> error)
    {
        if (literal.Length < 2 || literal[0] != '"' || literal[^1] != '"')
            throw error("a text has to stand in double quotes");

        var inner = literal.AsSpan(1, literal.Length - 2);
        if (inner.IndexOfAny('\\', '"') < 0)
            return inner.ToString();

        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '"')
                throw error("a double quote inside a text needs a backslash before it");
            if (inner[i] != '\\')
            {
                text.Append(inner[i]);
                continue;
            }

            if (++i == inner.Length)
                throw error("a text ends in a backslash");
            text.Append(inner[i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '"' or '\\' => inner[i],
                var other => throw error($"unknown escape \\{other}"),
            });
        }

        return text.ToString();
    }

    public static Dictionary<string, string> HeaderFields(string header)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in header.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 2) is [var name, var value])
                fields[name.Trim()] = value.Trim();
        }

        return fields;
    }

    /// <summary>A translation may leave a placeholder out, but one that the message does not have would break the page that shows it.</summary>
    public static string? PlaceholderProblem(PoEntry entry)
    {
        if (PlaceholderCount(entry.Id) is not { } count)
            return null;
        count = Math.Max(count, entry.PluralId is null ? 0 : PlaceholderCount(entry.PluralId) ?? 0);

        foreach (var form in entry.Translations)
        {
            // Without placeholders a message is not formatted, so its braces are only braces.
            if (PlaceholderCount(form) is { } used ? used > count : count > 0)
                return $"the placeholders of \"{form}\" do not fit those of \"{entry.Id}\"";
        }

        return null;
    }

    /// <summary>How many arguments a text asks for; null when it is no format at all.</summary>
    static int? PlaceholderCount(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal) && !text.Contains('}', StringComparison.Ordinal))
            return 0;
        try
        {
            return CompositeFormat.Parse(text).MinimumArgumentCount;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
