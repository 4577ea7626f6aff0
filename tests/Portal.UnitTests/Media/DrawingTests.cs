using Portal.Media.Files;

namespace Portal.UnitTests.Media;

public sealed class DrawingTests
{
    const string Begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 10\">", End = "</svg>";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<g><SCRIPT href=\"#a\"/></g>")]
    [InlineData("<rect width=\"1\" height=\"1\" onload=\"alert(1)\"/>")]
    [InlineData("<rect oNcLiCk=\"alert(1)\"/>")]
    [InlineData("<a href=\"javascript:alert(1)\"><text>x</text></a>")]
    [InlineData("<use href=\"https://example.org/x.svg#a\"/>")]
    [InlineData("<use xlink:href=\"data:image/svg+xml;base64,PHN2Zz4=\"/>")]
    [InlineData("<image href=\"https://example.org/spy.png\"/>")]
    [InlineData("<style>* { fill: url(https://example.org/spy) }</style>")]
    [InlineData("<rect style=\"fill: url(https://example.org/spy)\"/>")]
    [InlineData("<rect fill=\"url(//example.org/spy#a)\"/>")]
    [InlineData("<rect style=\"fill: u\\72l(https://example.org/spy)\"/>")]
    [InlineData("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></body></foreignObject>")]
    [InlineData("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>")]
    [InlineData("<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>")]
    public void A_drawing_that_acts_is_refused_as_a_whole(string inside) => Drawing.Clean(Begin + inside + End).ShouldBeNull();

    [Fact]
    public void A_drawing_that_doubles_itself_until_browsers_stop_is_refused_and_one_that_repeats_a_symbol_is_not()
    {
        var doubling = string.Concat(Enumerable.Range(1, 30).Select(n => $"<g id=\"d{n}\"><use href=\"#d{n - 1}\"/><use href=\"#d{n - 1}\"/></g>"));
        Drawing.Clean(Begin + "<rect id=\"d0\" width=\"1\" height=\"1\"/>" + doubling + End).ShouldBeNull();
        Drawing.Clean(Begin + "<g id=\"a\"><use href=\"#a\"/></g>" + End).ShouldBeNull();
        Drawing.Clean(Begin + "<symbol id=\"s\"><rect width=\"1\" height=\"1\"/></symbol>" + string.Concat(Enumerable.Repeat("<use href=\"#s\"/>", 200)) + End).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&b;</text></svg>")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>")]
    [InlineData("<svg><rect/></svg>")]
    [InlineData("not xml")]
    public void What_is_no_plain_drawing_is_refused(string text) => Drawing.Clean(text).ShouldBeNull();

    [Fact]
    public void A_plain_drawing_stays_and_loses_what_its_program_wrote_into_it()
    {
        const string drawing = """
            <?xml version="1.0"?><!-- Drawn by Arta --><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="20" height="10" inkscape:export-filename="/home/arta/secret.png">
            <metadata><rdf>Arta</rdf></metadata><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><inkscape:grid/><rect width="20" height="10" fill="url(#g)" inkscape:label="arta"/><text x="1" y="2">Besimi</text></svg>
            """;
        var clean = Drawing.Clean(drawing).ShouldNotBeNull();
        clean.ShouldNotContain("rta");
        clean.ShouldContain("url(#g)");
        clean.ShouldContain("Besimi");
    }

    [Fact]
    public void The_drawings_of_the_demonstration_are_plain_ones()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln"))) folder = Path.GetDirectoryName(folder)!;
        var drawings = Directory.EnumerateFiles(Path.Combine(folder, "recipes", "demo", "media"), "*.svg").ToList();
        drawings.Count.ShouldBeGreaterThan(10);
        drawings.Where(d => Drawing.Clean(File.ReadAllText(d)) is null).Select(Path.GetFileName).ShouldBeEmpty();
    }
}
