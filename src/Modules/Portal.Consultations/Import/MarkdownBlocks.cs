using System.Text.RegularExpressions;
using Portal.Cms.Display;

namespace Portal.Consultations.Import;

/// <summary>A piece of a document that is never divided: a heading, a paragraph, a table, an item of a list.</summary>
/// <param name="Markdown">As it stands in the source.</param>
/// <param name="Level">1 to 6 for headings; <see cref="Article"/> for a line such as "Article 5" that is no heading in the source; 0 for everything else.</param>
/// <param name="Heading">The words of a heading.</param>
public sealed record TextBlock(string Markdown, int Level, string Heading)
{
    /// <summary>A heading's line as it is written, without the signs that make it one.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Words => Markdown.Split('\n')[0].TrimStart('#', ' ').TrimEnd('#', ' ');

    public const int Article = 7;
}

/// <summary>A document as blocks, with what its footnotes say.</summary>
/// <param name="Definitions">Markdown of each footnote and link definition by its mark, such as <c>[^1]</c>.</param>
public sealed record BlockText(IReadOnlyList<TextBlock> Blocks, IReadOnlyDictionary<string, string> Definitions)
{
    /// <summary>The blocks as one text, with the footnotes that it refers to.</summary>
    public string Join(IEnumerable<TextBlock> blocks)
    {
        var text = string.Join("\n\n", blocks.Select(b => b.Markdown));
        var used = Definitions.Where(d => text.Contains(d.Key, StringComparison.OrdinalIgnoreCase)).Select(d => d.Value).ToList();
        return used.Count == 0 ? text : $"{text}\n\n{string.Join("\n\n", used)}";
    }

    /// <summary>The text of a section, whose own heading stands at the second level of the page: headings in it stand below that.</summary>
    /// <param name="level">Level of the section's heading in the document.</param>
    public string JoinBelow(IEnumerable<TextBlock> blocks, int level) => Join(blocks.Select(b => b.Level is > 0 and < TextBlock.Article ? b with { Markdown = $"{new string('#', Math.Clamp(b.Level - level + 2, 3, 6))} {b.Words}" } : b));
}

/// <summary>Cuts Markdown into blocks at its blank lines. Joined again, the blocks say exactly what the source said.</summary>
public static partial class MarkdownBlocks
{
    /// <summary>Longest line that is taken for the title of an article, in UTF-16 units.</summary>
    const int LongestTitle = 160;

    /// <summary>What pandoc puts between two lists, so that they do not run together. Needed only between lists of one kind.</summary>
    const string Mark = "&nbsp;";

    public static BlockText Of(string markdown)
    {
        var definitions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var blocks = new List<TextBlock>();
        foreach (var chunk in Chunks(markdown.ReplaceLineEndings("\n").Split('\n')))
        {
            if (Definition().Match(chunk) is { Success: true } definition) definitions[definition.Groups["mark"].Value] = chunk;
            else if (chunk.Trim() != Mark) blocks.Add(BlockOf(chunk));
            else if (blocks.Count > 0) blocks.Add(new(chunk, 0, ""));
        }

        return new(WithTitles(WithoutIdleMarks(blocks)), definitions);
    }

    static TextBlock BlockOf(string chunk)
    {
        var lines = chunk.Split('\n');
        if (Atx().Match(chunk) is { Success: true } atx && lines.Length == 1) return new(chunk, atx.Groups["signs"].Length, Words(chunk));
        if (lines.Length == 2 && Underline().Match(lines[1]) is { Success: true } line) return new(chunk, line.Value.StartsWith('=') ? 1 : 2, Words(lines[0]));
        var words = chunk.Trim().Trim('*', '_', ' ');
        return lines.Length == 1 && words.Length <= LongestTitle && ArticleLine().IsMatch(words) ? new(chunk, TextBlock.Article, Words(words)) : new(chunk, 0, "");
    }

    /// <summary>In laws the name of an article often stands on the line below its number, in bold.</summary>
    static List<TextBlock> WithTitles(List<TextBlock> blocks)
    {
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Level != TextBlock.Article || !NumberAlone().IsMatch(blocks[i].Heading)) continue;
            if (blocks[i + 1] is not { Level: 0 } next || next.Markdown.Length > LongestTitle || !Bold().IsMatch(next.Markdown.Trim())) continue;
            blocks[i] = blocks[i] with { Heading = $"{blocks[i].Heading.TrimEnd('.')}. {Words(next.Markdown)}", Markdown = $"{blocks[i].Markdown}\n\n{next.Markdown}" };
            blocks.RemoveAt(i + 1);
        }

        return blocks;
    }

    static List<TextBlock> WithoutIdleMarks(List<TextBlock> blocks) => [.. blocks.Where((block, i) =>
        block.Markdown.Trim() != Mark || (i + 1 < blocks.Count && KindOfList(blocks[i - 1]) is { } kind && kind == KindOfList(blocks[i + 1])))];

    static (string End, bool IsDigit)? KindOfList(TextBlock block) =>
        Numbered().Match(block.Markdown) is { Success: true } match ? (match.Groups["end"].Value, char.IsDigit(block.Markdown.TrimStart()[0])) : null;

    static IEnumerable<string> Chunks(string[] lines)
    {
        var (chunk, fence) = (new List<string>(), "");
        foreach (var line in lines)
        {
            if (fence.Length > 0)
            {
                chunk.Add(line);
                if (line.TrimStart().StartsWith(fence, StringComparison.Ordinal)) fence = "";
                continue;
            }

            if (Fence().Match(line) is { Success: true } opened) fence = opened.Groups["signs"].Value;
            var endsChunk = string.IsNullOrWhiteSpace(line);
            var isHeading = Atx().IsMatch(line);
            // What is indented after a blank line belongs to the item or the footnote above it.
            var goesOn = chunk.Count > 0 && chunk[^1].Length == 0 && line.StartsWith("  ", StringComparison.Ordinal);
            if (endsChunk)
            {
                if (chunk.Count > 0) chunk.Add("");
                continue;
            }

            if (chunk.Count > 0 && !goesOn && (isHeading || chunk[^1].Length == 0 || Atx().IsMatch(chunk[0]) || (Definition().IsMatch(line) && Definition().IsMatch(chunk[0]))))
            {
                yield return Text(chunk);
                chunk = [];
            }

            chunk.Add(line.TrimEnd());
        }

        if (chunk.Count > 0) yield return Text(chunk);
    }

    static string Text(List<string> chunk) => string.Join('\n', chunk).TrimEnd('\n');

    static string Words(string markdown) => MarkdownText.Paragraphs(markdown).FirstOrDefault()?.Trim() ?? "";

    [GeneratedRegex(@"^ {0,3}(?<signs>#{1,6})\s+\S", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Atx();

    [GeneratedRegex("^(=+|-{3,})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}(?<mark>\[\^?[^\]\n]{1,100}\]):\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex("^ {0,3}(?<signs>```|~~~)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*([0-9]{1,9}|[A-Za-z]|[ivxlcIVXLC]+)(?<end>[.)])\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(Neni|Član|Члан|Article|Kreu|Kapitulli|Poglavlje|Поглавље|Глава|Glava|Chapter|Odjeljak|Одељак|Odeljak)\s+(?-i:[0-9]+[a-zа-я]?|[IVXLC]+)\b[.:–-]?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArticleLine();

    [GeneratedRegex(@"^\S+\s+\S+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberAlone();

    [GeneratedRegex(@"^(\*\*|__)[^\n]+(\*\*|__)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();
}
