namespace Portal.Consultations.Import;

/// <summary>A section as it would be made.</summary>
/// <param name="Start">Index of its first block: its name on the form.</param>
/// <param name="Heading">What the source says; empty where it has no heading.</param>
/// <param name="Level">Level of that heading; 1 where it has none.</param>
/// <param name="Blocks">Its blocks with their indices, without the heading.</param>
public sealed record DividedSection(int Start, string Heading, int Level, IReadOnlyList<(int Index, TextBlock Block)> Blocks)
{
    /// <summary>Its text as the consultation will have it.</summary>
    public string TextOf(BlockText document) => document.JoinBelow(Blocks.Select(b => b.Block), Level);
}

/// <summary>Divides a document into sections.</summary>
public static class DocumentDivision
{
    /// <summary>Ways to divide: headings down to a level, or articles.</summary>
    public const string Automatic = "auto", Articles = "articles", Whole = "whole";

    /// <summary>Fewer articles than this are mentioned in passing.</summary>
    const int EnoughArticles = 3;

    public static IReadOnlyList<string> Ways { get; } = [Automatic, "1", "2", "3", Articles, Whole];

    /// <returns>Indices of the blocks that begin a section; what stands before the first is a section of its own, without a heading.</returns>
    public static IReadOnlyList<int> Starts(IReadOnlyList<TextBlock> blocks, string way)
    {
        if (blocks.Count == 0) return [];
        var deepest = way switch
        {
            Articles => TextBlock.Article,
            Whole => 0,
            "1" or "2" or "3" => way[0] - '0',
            _ => DeepestLevel(blocks),
        };
        var found = Enumerable.Range(0, blocks.Count).Where(i => Begins(blocks[i], deepest)).ToList();
        return found is [0, ..] ? found : [0, .. found];
    }

    public static IReadOnlyList<DividedSection> Sections(IReadOnlyList<TextBlock> blocks, IReadOnlyList<int> starts) =>
    [
        .. from index in Enumerable.Range(0, starts.Count)
           let start = starts[index]
           let end = index + 1 < starts.Count ? starts[index + 1] : blocks.Count
           let own = Enumerable.Range(start, end - start).Select(i => (i, blocks[i])).ToList()
           let hasHeading = own[0].Item2.Level > 0
           select new DividedSection(start, hasHeading ? own[0].Item2.Heading : "", hasHeading && own[0].Item2.Level < TextBlock.Article ? own[0].Item2.Level : 1, [.. own.Skip(hasHeading ? 1 : 0)]),
    ];

    static bool Begins(TextBlock block, int deepest) => block.Level > 0 && (block.Level <= deepest || (deepest == TextBlock.Article && block.Level <= 2));

    /// <summary>The first level that divides the text: a single heading of a level is the document's title. Articles, where there are some, are what people speak of.</summary>
    static int DeepestLevel(IReadOnlyList<TextBlock> blocks)
    {
        if (blocks.Count(b => b.Level == TextBlock.Article) >= EnoughArticles) return TextBlock.Article;
        var levels = blocks.Where(b => b.Level is > 0 and < TextBlock.Article).GroupBy(b => b.Level).OrderBy(g => g.Key).ToList();
        return levels.FirstOrDefault(g => g.Count() > 1)?.Key ?? levels.FirstOrDefault()?.Key ?? 0;
    }
}
