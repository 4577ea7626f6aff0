using System.Globalization;
using CsvHelper;

namespace Portal.Site.Redirects;

/// <summary>Redirects as a CSV file (RFC 4180, UTF-8): <c>scope, from, prefix, to, status</c>; the export adds <c>hits</c> and <c>lastHit</c>, which an import passes over.</summary>
public static class RedirectFile
{
    /// <summary>Lines that one file may have.</summary>
    public const int MostLines = 5_000;

    /// <param name="Number">In the file, from 1.</param>
    /// <param name="Rule">Null where the line cannot be read.</param>
    public sealed record Line(int Number, RedirectRule? Rule);

    static readonly CsvWriterOptions Written = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    // Whatever sign divides the fields; short lines and additional columns do no harm.
    static readonly CsvReaderOptions Reading = new() { TrackLineNumbers = true, FieldCountMismatch = CsvFieldCountHandling.Allow };

    public static async Task<byte[]> WriteAsync(IEnumerable<Redirect> redirects)
    {
        using var file = new MemoryStream();
        await using (var csv = CsvWriter.Create(file, Written, leaveOpen: true))
        {
            await csv.WriteRecordAsync((string[])["scope", "from", "prefix", "to", "status", "hits", "lastHit"], CancellationToken.None);
            foreach (var redirect in redirects)
            {
                await csv.WriteRecordAsync(
                    (string[])[redirect.Scope, redirect.From, redirect.IsPrefix ? "yes" : "no", redirect.To, redirect.Status.ToString(CultureInfo.InvariantCulture), redirect.Hits.ToString(CultureInfo.InvariantCulture), redirect.LastHit?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""],
                    CancellationToken.None);
            }
        }

        return file.ToArray();
    }

    /// <returns>At most one line more than <see cref="MostLines"/>.</returns>
    /// <exception cref="CsvFormatException">The text is no CSV file.</exception>
    public static IReadOnlyList<Line> Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), Reading);
        var lines = new List<Line>();
        while (lines.Count <= MostLines && csv.Read()) lines.Add(new((int)csv.LineNumber, RuleOf(csv)));
        return lines;
    }

    static RedirectRule? RuleOf(CsvReader csv)
    {
        if (Field(csv, "from") is not { Length: > 0 } from) return null;
        var status = Field(csv, "status") is { Length: > 0 } typed ? int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : 301;
        return new(Field(csv, "scope"), from, Field(csv, "prefix").ToLowerInvariant() is "yes" or "true" or "1", Field(csv, "to"), status);
    }

    /// <returns>Empty where the file has no such column.</returns>
    static string Field(CsvReader csv, string name) => csv.TryGetFieldIndex(name, out var index) && index < csv.FieldCount ? csv.GetString(index).Trim() : "";
}
