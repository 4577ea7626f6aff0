using System.Globalization;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class CultureTests
{
    [Fact]
    public void Pickers_show_five_cultures_in_their_own_names() =>
        Culture.All.Select(culture => culture.NativeName).ShouldBe(["Shqip", "Српски", "Srpski", "Bosanski", "English"]);

    [Fact]
    public void Content_is_written_in_four_cultures_and_rendered_in_one_more()
    {
        Culture.ContentCultures.Select(culture => culture.Code).ShouldBe(["sq", "sr", "bs", "en"]);
        Culture.All.Where(culture => culture.IsRendering).ShouldBe([Culture.SrLatn]);
        Culture.SrLatn.Content.ShouldBe(Culture.Sr);
        Culture.Bs.Content.ShouldBe(Culture.Bs);
    }

    [Theory]
    [InlineData("sq", "sq", "sq-XK")]
    [InlineData("sr", "sr-Cyrl", "sr-Cyrl-RS")]
    [InlineData("sr-Latn", "sr-Latn", "sr-Latn-RS")]
    [InlineData("bs", "bs", "bs-Latn-BA")]
    [InlineData("en", "en", "en-GB")]
    public void A_culture_names_its_script_and_its_format(string code, string lang, string format)
    {
        Culture.TryFrom(code, out var culture).ShouldBeTrue();
        culture!.HtmlLang.ShouldBe(lang);
        culture.FormatCulture.Name.ShouldBe(format);
    }

    [Theory]
    [InlineData("SR-latn", true)]
    [InlineData("EN", true)]
    [InlineData("sr-Cyrl", false)]
    [InlineData("en-GB", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_exact_code_is_a_culture_whatever_its_case(string? code, bool known) => Culture.TryFrom(code, out _).ShouldBe(known);

    [Theory]
    [InlineData("sq-XK", "sq")]
    [InlineData("sq-AL", "sq")]
    [InlineData("sr", "sr")]
    [InlineData("sr-Cyrl-RS", "sr")]
    [InlineData("sr-Cyrl-BA", "sr")]
    [InlineData("sr-Latn", "sr-Latn")]
    [InlineData("sr-Latn-RS", "sr-Latn")]
    [InlineData("sr-Latn-ME", "sr-Latn")]
    [InlineData("bs-Latn-BA", "bs")]
    [InlineData("en-GB", "en")]
    [InlineData("en-US", "en")]
    [InlineData("de-DE", "en")]
    [InlineData("", "en")]
    public void A_framework_culture_maps_to_ours(string name, string code) => Culture.From(CultureInfo.GetCultureInfo(name)).Code.ShouldBe(code);

    [Theory]
    [InlineData("sq-AL,sq;q=0.9,en;q=0.8", "sq")]
    [InlineData("en;q=0.5, bs-BA;q=0.7", "bs")]
    [InlineData("sr", "sr")]
    [InlineData("sr-RS,sr;q=0.9,en-US;q=0.8", "sr")]
    [InlineData("sr-Latn-RS,sr;q=0.9", "sr-Latn")]
    [InlineData("sr-latn", "sr-Latn")]
    [InlineData("sr-ME", "sr-Latn")]
    [InlineData("sr-Cyrl-ME", "sr")]
    [InlineData("hr-HR,hr;q=0.9", "bs")]
    [InlineData("sh", "sr-Latn")]
    [InlineData("cnr-ME", "sr-Latn")]
    [InlineData("me", "sr-Latn")]
    [InlineData("mk-MK,mk;q=0.9", "sr")]
    [InlineData("mk,sq;q=0.3", "sq")]
    [InlineData("de,fr;q=0.8,sq;q=0.1", "sq")]
    [InlineData("sr;q=0,en", "en")]
    [InlineData("sr;q=0", "en")]
    [InlineData("bs,sq", "bs")]
    [InlineData("de-DE", "en")]
    [InlineData("*", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData(";;q=,,=", "en")]
    public void A_reader_gets_the_culture_asked_for_most(string? header, string code) => Culture.Negotiate(header).Code.ShouldBe(code);
}
