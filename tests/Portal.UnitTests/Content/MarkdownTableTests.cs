using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Content;

public class MarkdownTableTests
{
    [Fact]
    public void Columns_aligned_to_the_right_stay_columns_of_numbers()
    {
        using var renderer = new MarkdownRenderer();
        var html = renderer.Render("| Street | Lamps |\n|---|---:|\n| Mill Lane | 24 |", Culture.En).Html.ToString()!;
        html.ShouldContain("<th class=\"number\">Lamps</th>");
        html.ShouldContain("<td class=\"number\">24</td>");
        html.ShouldContain("<td>Mill Lane</td>");
        html.ShouldNotContain("style");
    }
}
