using Portal.Cms.Display;

namespace Portal.UnitTests.Content;

public class MarkdownLinesTests
{
    [Fact]
    public void A_row_of_a_table_is_one_line_and_everything_else_as_before() =>
        MarkdownText.Lines("## Costs\n\nIn *euros*:\n\n| What | How much |\n|------|----------|\n| Lamps | **100** |\n\n- one\n- two\n\n    code").ShouldBe(["Costs", "In euros:", "What | How much", "Lamps | 100", "one", "two", "code"], ignoreOrder: false);

    [Fact]
    public void Tables_drawn_with_lines_are_read_too() =>
        MarkdownText.Lines("+-----+--------+\n| A   | B      |\n+=====+========+\n| one | - item |\n|     | - more |\n+-----+--------+").ShouldBe(["A | B", "one | item more"]);

    [Fact]
    public void Letters_of_lists_are_no_words() => MarkdownText.Lines("a)  alpha\nb)  beta").ShouldBe(["alpha", "beta"]);
}
