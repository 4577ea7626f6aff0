using Portal.Consultations.Import;

namespace Portal.UnitTests.Consultations;

public class DocumentDivisionTests
{
    const string Strategy = """
        # Strategy for community safety

        An introduction with a note.[^1]

        ## Purpose

        Why it is written.

        1.  First

        2.  Second

            goes on here

        ## Measures

        | What | Who |
        |------|-----|
        | Lamps | The municipality |

        [^1]: What the note says.

            And more of it.
        """;

    const string Law = """
        **Neni 1**

        **Qëllimi**

        Ky ligj rregullon ruajtjen e armëve.

        Neni 2

        Armët ruhen në kasafortë.

        **Neni 3. Gjobat**

        Gjoba është 100 euro, siç thotë neni 2.
        """;

    [Fact]
    public void Blocks_joined_again_say_what_the_source_said()
    {
        var text = MarkdownBlocks.Of(Strategy);
        var joined = text.Join(text.Blocks);
        foreach (var line in Strategy.Split('\n').Where(l => l.Trim().Length > 0)) joined.ShouldContain(line.TrimEnd());
        text.Definitions.Keys.ShouldBe(["[^1]"]);
        text.Blocks.ShouldContain(b => b.Markdown == "2.  Second\n\n    goes on here");
        text.Blocks.ShouldContain(b => b.Markdown.StartsWith("| What", StringComparison.Ordinal) && b.Markdown.EndsWith("municipality |", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("auto", "Strategy for community safety|Purpose|Measures")]
    [InlineData("1", "Strategy for community safety")]
    [InlineData("2", "Strategy for community safety|Purpose|Measures")]
    [InlineData("whole", "Strategy for community safety")]
    public void A_document_is_divided_at_its_headings(string way, string headings) => Headings(Strategy, way).ShouldBe(headings);

    [Fact]
    public void A_law_is_divided_at_its_articles_which_take_the_name_below_their_number() => Headings(Law, "auto").ShouldBe("Neni 1. Qëllimi|Neni 2|Neni 3. Gjobat");

    [Theory]
    [InlineData("Члан 12.", true)]
    [InlineData("Član 12a", true)]
    [InlineData("Article IV – Storage", true)]
    [InlineData("Kreu II", true)]
    [InlineData("Articles are numbered.", false)]
    [InlineData("As article 5 says, weapons are stored.", false)]
    [InlineData("Neni i parë", false)]
    public void Lines_of_articles_are_told_from_sentences(string line, bool isArticle) => (MarkdownBlocks.Of(line).Blocks[0].Level == TextBlock.Article).ShouldBe(isArticle);

    [Fact]
    public void A_section_carries_the_footnotes_that_it_refers_to_and_no_others()
    {
        var text = MarkdownBlocks.Of("## One\n\nA.[^a]\n\n## Two\n\nB.[^b]\n\n[^a]: Note a.\n[^b]: Note b.");
        var sections = DocumentDivision.Sections(text.Blocks, DocumentDivision.Starts(text.Blocks, "auto"));
        sections.Select(s => text.Join(s.Blocks.Select(b => b.Block))).ShouldBe(["A.[^a]\n\n[^a]: Note a.", "B.[^b]\n\n[^b]: Note b."]);
    }

    [Fact]
    public void Text_before_the_first_heading_is_a_part_without_a_heading()
    {
        var text = MarkdownBlocks.Of("Before.\n\n## One\n\nText.");
        var sections = DocumentDivision.Sections(text.Blocks, DocumentDivision.Starts(text.Blocks, "auto"));
        sections.Select(s => (s.Start, s.Heading, s.Blocks.Count)).ShouldBe([(0, "", 1), (1, "One", 1)]);
    }

    [Fact]
    public void Headings_within_a_section_stand_below_its_own()
    {
        var text = MarkdownBlocks.Of("## One\n\n### Inner **bold**\n\nText.\n\n## Two\n\n# Three");
        DocumentDivision.Sections(text.Blocks, [0]).Single().TextOf(text).ShouldBe("### Inner **bold**\n\nText.\n\n### Two\n\n### Three");
    }

    [Fact]
    public void A_mark_between_lists_stays_only_where_they_would_run_together()
    {
        MarkdownBlocks.Of("1)  one\n\n&nbsp;\n\n1)  anew\n\n&nbsp;\n\na)  alpha\n\n&nbsp;\n\nText").Blocks.Select(b => b.Markdown).ShouldBe(["1)  one", "&nbsp;", "1)  anew", "a)  alpha", "Text"]);
    }

    [Fact]
    public void Blank_lines_within_code_divide_nothing() => MarkdownBlocks.Of("```\na\n\n# no heading\n```\n\nText").Blocks.Select(b => b.Level).ShouldBe([0, 0]);

    static string Headings(string markdown, string way)
    {
        var text = MarkdownBlocks.Of(markdown);
        return string.Join('|', DocumentDivision.Sections(text.Blocks, DocumentDivision.Starts(text.Blocks, way)).Select(s => s.Heading));
    }
}
