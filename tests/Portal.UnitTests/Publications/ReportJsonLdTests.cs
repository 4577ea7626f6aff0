using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Publications.Models;
using Portal.Publications.Queries;

namespace Portal.UnitTests.Publications;

public class ReportJsonLdTests
{
    static AnalysisView View(string title) => new(
        Culture.SrLatn, "set", title, "study", "Apstrakt", [new("FIQ & drugi", "")], null, new DateOnly(2026, 3, 24), new("series", "Series", "Forum Papers", "Forum Papers", "/sr-Latn/edicije/forum", null), "1",
        [], RenderedText.Empty, RenderedText.Empty, "", "CC BY 4.0", "https://forum.example/sr-Latn/analize/oruzje", "Forum", null,
        [new("a", "sr", "Оружје", "analize/oruzje"), new("b", "en", "Weapons", "analyses/weapons")], new PageSections([]));

    static string Text(string title)
    {
        using var writer = new StringWriter();
        ReportJsonLd.Of(View(title)).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    [Fact]
    public void A_title_cannot_end_the_script_element()
    {
        var text = Text("</script><script>alert(1)</script>");

        text.ShouldNotContain("<");
        JsonNode.Parse(text)!["name"]!.GetValue<string>().ShouldBe("</script><script>alert(1)</script>");
    }

    [Fact]
    public void It_names_the_report_and_its_translations_by_their_whole_addresses()
    {
        var report = JsonNode.Parse(Text("Oružje"))!;

        report["@type"]!.GetValue<string>().ShouldBe("Report");
        report["inLanguage"]!.GetValue<string>().ShouldBe("sr-Latn");
        report["datePublished"]!.GetValue<string>().ShouldBe("2026-03-24");
        report["license"]!.GetValue<string>().ShouldBe("https://creativecommons.org/licenses/by/4.0/");
        var translation = report["workTranslation"]!.AsArray().ShouldHaveSingleItem()!;
        translation["@id"]!.GetValue<string>().ShouldBe("https://forum.example/en/analyses/weapons");
    }
}
