using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Site.Redirects;

/// <summary>Redirects as a CSV file (RFC 4180, UTF-8): <c>scope, from, prefix, to, status</c>; the export adds <c>hits</c> and <c>lastHit</c>, which an import passes over.</summary>
public static class RedirectFile
{
    /// <summary>Lines that one file may have.</summary>
    public const int MostLines = 5_000;

    /// <param name="Line">In the file, from 1.</param>
    /// <param name="Rule">Null where the line cannot be read.</param>
    public sealed record Line(int Number, RedirectRule? Rule);

    static CsvConfiguration Dialect => new(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null, HeaderValidated = null, PrepareHeaderForMatch = h => h.Header.Trim().ToLowerInvariant(), DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"] };

    public static async Task<byte[]> WriteAsync(IEnumerable<Redirect> redirects)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var name in (string[])["scope", "from", "prefix", "to", "status", "hits", "lastHit"]) csv.WriteField(name);
            await csv.NextRecordAsync();
            foreach (var redirect in redirects)
            {
                csv.WriteField(redirect.Scope);
                csv.WriteField(redirect.From);
                csv.WriteField(redirect.IsPrefix ? "yes" : "no");
                csv.WriteField(redirect.To);
                csv.WriteField(redirect.Status);
                csv.WriteField(redirect.Hits);
                csv.WriteField(redirect.LastHit?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                await csv.NextRecordAsync();
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <returns>At most one line more than <see cref="MostLines"/>.</returns>
    public static IReadOnlyList<Line> Read(string text)
    {
        using var csv = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), Dialect);
        var lines = new List<Line>();
        if (!csv.Read() || !csv.ReadHeader()) return lines;
        while (lines.Count <= MostLines && csv.Read()) lines.Add(new(csv.Parser.RawRow, RuleOf(csv)));
        return lines;
    }

    static RedirectRule? RuleOf(CsvReader csv)
    {
        if (!csv.TryGetField<string>("from", out var from) || string.IsNullOrWhiteSpace(from)) return null;
        var status = csv.TryGetField<string>("status", out var typed) && !string.IsNullOrWhiteSpace(typed) ? int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : 301;
        return new(csv.TryGetField<string>("scope", out var scope) ? scope ?? "" : "", from, csv.TryGetField<string>("prefix", out var prefix) && prefix?.Trim().ToLowerInvariant() is "yes" or "true" or "1",
            csv.TryGetField<string>("to", out var to) ? to ?? "" : "", status);
    }
}
