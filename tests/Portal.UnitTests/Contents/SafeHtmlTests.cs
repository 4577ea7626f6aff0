using AngleSharp.Html.Parser;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Contents;

/// <summary>HTML that was written elsewhere is shown without anything that could run, whichever way it hides: the classes of vectors of the OWASP cheat sheet on cross-site scripting.</summary>
public class SafeHtmlTests
{
    public static readonly TheoryData<string> Vectors =
    [
        // Elements that run by themselves, in any spelling.
        "<script>alert(1)</script>", "<ScRiPt src=//evil.example/x.js></sCrIpT>", "<script/src=data:,alert(1)>", "<<script>alert(1)//<</script>", "<script\u0000>alert(1)</script>", "<scr<script>ipt>alert(1)</script>",
        "</title><script>alert(1)</script>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        // Handlers on harmless elements, quoted, unquoted, divided by odd characters.
        "<img src=x onerror=alert(1)>", "<p onclick='alert(1)'>x</p>", "<img/src=x/onerror=alert(1)>", "<img src=x\nonerror\n=\nalert(1)>", "<img \"\"\"><script>alert(1)</script>\">", "<a onmouseover\u000b=alert(1)>x</a>", "<p ONFOCUS=alert(1) autofocus tabindex=0>x</p>",
        "<p style=\"x:expression(alert(1))\">x</p>", "<img src=`javascript:alert(1)` onload=alert(1)>", "<details open ontoggle=alert(1)>x</details>", "<body onload=alert(1)>", "<video><source onerror=alert(1)></video>", "<marquee onstart=alert(1)>x</marquee>",
        // Addresses that run: plain, in odd case, with entities, with characters that browsers skip.
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>",
        "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61lert(1)\">x</a>", "<a href=\" \u0001javascript:alert(1)\">x</a>", "<a href=\"java\nscript:alert(1)\">x</a>", "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>", "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">", "<img src=\"javascript:alert(1)\">", "<a href=\"javascript&colon;alert(1)\">x</a>", "<a href=\"//evil.example\">x</a>", "<a href=\"/\\evil.example\">x</a>",
        // What brings another document, or leads a form elsewhere.
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=\"data:text/html,<script>alert(1)</script>\"></object>", "<embed src=//evil.example>", "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import '//evil.example/x.css';</style>", "<form action=//evil.example><button>x</button></form>", "<input type=image src=x onerror=alert(1)>", "<button formaction=javascript:alert(1)>x</button>",
        "<frameset onload=alert(1)><frame src=x></frameset>", "<applet code=x></applet>", "<isindex action=javascript:alert(1)>", "<template><script>alert(1)</script></template>", "<textarea><script>alert(1)</script></textarea>",
        // Other languages inside HTML, where a parser that changes its mind is cheated.
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>", "<svg><animate onbegin=alert(1) attributeName=x></svg>", "<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version=\"1.0\"?><script>alert(1)</script>", "<xss style=behavior:url(x)>x</xss>",
    ];

    [Theory, MemberData(nameof(Vectors))]
    public void Nothing_of_it_runs(string html)
    {
        var shown = SafeHtml.Render($"<p>before</p>{html}<p>after</p>", Culture.En).Html.ToString()!;

        // As a browser reads what is sent, and reads it once more if somebody copies it.
        var body = new HtmlParser().ParseDocument(new HtmlParser().ParseDocument(shown).Body!.InnerHtml).Body!;
        body.QuerySelectorAll("script, style, iframe, object, embed, base, meta, link, form, input, button, svg, math, template, textarea, frame, frameset, applet, video, source, marquee, details").ShouldBeEmpty();
        foreach (var element in body.QuerySelectorAll("*"))
        {
            element.Attributes.ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style" && a.Name != "srcdoc" && a.Name != "formaction");
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src") }.OfType<string>()) HtmlAllowList.IsHarmless(address).ShouldBeTrue(address);
        }
    }

    [Fact]
    public void What_is_harmless_stays() => SafeHtml.Render("<h2>A</h2><p>b <em>c</em> <a href=\"https://example.org/\">d</a></p><ul><li>e</li></ul><table><tr><th scope=\"row\">f</th><td>g</td></tr></table><img src=\"/media/h.jpg\" alt=\"i\">", Culture.En).Html.ToString()
        .ShouldBe("<h2>A</h2><p>b <em>c</em> <a href=\"https://example.org/\" rel=\"noopener\">d</a></p><ul><li>e</li></ul><table><tbody><tr><th scope=\"row\">f</th><td>g</td></tr></tbody></table><img src=\"/media/h.jpg\" alt=\"i\" loading=\"lazy\">");

    [Fact]
    public void Serbian_is_read_in_the_letters_that_the_reader_chose() => SafeHtml.Render("<p>Шума</p>", Culture.SrLatn).Html.ToString().ShouldBe("<p>Šuma</p>");

    [Fact]
    public void Nothing_is_nothing() => SafeHtml.Render("  ", Culture.En).ShouldBe(RenderedText.Empty);
}
