using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Moderation.Text;

/// <summary>A passage of a body.</summary>
/// <param name="Start">0-based offset in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units, at least 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Rules for hiding passages of a text that nobody may change.</summary>
public static class Redaction
{
    /// <returns>The spans in order, touching ones joined; or null where one lies outside the body or cuts a letter (a grapheme) in two.</returns>
    public static IReadOnlyList<TextSpan>? Normalise(string body, IEnumerable<TextSpan> spans)
    {
        var boundaries = Boundaries(body);
        var joined = new List<TextSpan>();
        foreach (var span in spans.OrderBy(s => s.Start))
        {
            // Start and length come from outside: their sum may overflow.
            if (span.Start < 0 || span.Length < 1 || span.Start > body.Length - span.Length) return null;
            if (!boundaries.Contains(span.Start) || !boundaries.Contains(span.End)) return null;
            if (joined.Count > 0 && span.Start <= joined[^1].End) joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, span.End) - joined[^1].Start);
            else joined.Add(span);
        }

        return joined;
    }

    /// <returns>Every place where one of the passages stands in the body, whole letters only; places that overlap are joined.</returns>
    public static IReadOnlyList<TextSpan> Find(string body, IEnumerable<string> passages)
    {
        var boundaries = Boundaries(body);
        var found = new List<TextSpan>();
        foreach (var passage in passages.Select(p => Citizens.Normalise(p)).Where(p => p.Length > 0))
        {
            for (var at = body.IndexOf(passage, StringComparison.Ordinal); at >= 0; at = body.IndexOf(passage, at + 1, StringComparison.Ordinal))
            {
                if (boundaries.Contains(at) && boundaries.Contains(at + passage.Length)) found.Add(new(at, passage.Length));
            }
        }

        return Normalise(body, found) ?? [];
    }

    /// <summary>The offsets at which a letter begins, and the end.</summary>
    static HashSet<int> Boundaries(string body) => [.. StringInfo.ParseCombiningCharacters(body), body.Length];

    public static string Write(IReadOnlyList<TextSpan> spans) => string.Join(';', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start},{s.Length}")));

    public static IReadOnlyList<TextSpan> Read(string? stored) => stored is null or "" ? [] :
        [.. stored.Split(';').Select(s => s.Split(',')).Select(s => new TextSpan(int.Parse(s[0], CultureInfo.InvariantCulture), int.Parse(s[1], CultureInfo.InvariantCulture)))];
}
