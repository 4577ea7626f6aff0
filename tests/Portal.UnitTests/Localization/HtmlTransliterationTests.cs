using AngleSharp.Html.Parser;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class HtmlTransliterationTests
{
    [Theory]
    [InlineData("<p>Јавна <b>дебата</b></p>", "<p>Javna <b>debata</b></p>")]
    [InlineData("<img alt=\"Скуп\" title=\"Људи\" src=\"/медији/скуп.jpg\">", "<img alt=\"Skup\" title=\"Ljudi\" src=\"/медији/скуп.jpg\">")]
    [InlineData("<a href=\"/страна\" aria-label=\"Страна\">страна</a>", "<a href=\"/страна\" aria-label=\"Strana\">strana</a>")]
    [InlineData("<input placeholder=\"Име\" value=\"Ана Њ\">", "<input placeholder=\"Ime\" value=\"Ана Њ\">")]
    [InlineData("<textarea placeholder=\"Реците\">моје речи</textarea>", "<textarea placeholder=\"Recite\">моје речи</textarea>")]
    [InlineData("<code>код</code> <pre>пре</pre> реч", "<code>код</code> <pre>пре</pre> reč")]
    [InlineData("<style>.а{}</style><script>а()</script>", "<style>.а{}</style><script>а()</script>")]
    [InlineData("<p lang=\"mk\" title=\"Скопје\">Скопје</p><p>Ниш</p>", "<p lang=\"mk\" title=\"Скопје\">Скопје</p><p>Niš</p>")]
    [InlineData("<q lang=\"sr\">да</q><q lang=\"sr-Cyrl\">не</q><q lang=\"SR-rs\">ко</q>", "<q lang=\"sr\">da</q><q lang=\"sr-Cyrl\">ne</q><q lang=\"SR-rs\">ko</q>")]
    [InlineData("<div lang=\"ru\">дом <q lang=\"sr\">кућа</q> дом</div>", "<div lang=\"ru\">дом <q lang=\"sr\">kuća</q> дом</div>")]
    [InlineData("<div data-verbatim=\"\" title=\"а\"><p lang=\"sr\">Моја реч</p></div>", "<div data-verbatim=\"\" title=\"а\"><p lang=\"sr\">Моја реч</p></div>")]
    [InlineData("<p>https://пример.срб/а и њ@пример.срб</p>", "<p>https://пример.срб/а i њ@пример.срб</p>")]
    [InlineData("<!-- напомена --><p>&lt;б&gt;</p>", "<!-- напомена --><p>&lt;b&gt;</p>")]
    public void What_a_reader_sees_becomes_Latin_and_nothing_else(string cyrillic, string latin)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var fragment = document.CreateDocumentFragment();
        document.Body!.InnerHtml = cyrillic;
        while (document.Body.FirstChild is { } child)
            fragment.AppendChild(child);

        HtmlTransliteration.ToLatin(fragment);

        document.Body.AppendChild(fragment);
        document.Body.InnerHtml.ShouldBe(latin);
    }

    [Fact]
    public void An_element_is_rendered_with_its_own_attributes()
    {
        var element = new HtmlParser().ParseDocument("<p title=\"Наслов\">Текст</p>").QuerySelector("p")!;
        HtmlTransliteration.ToLatin(element);
        element.OuterHtml.ShouldBe("<p title=\"Naslov\">Tekst</p>");
    }
}
