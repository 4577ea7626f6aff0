using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class SlugTests
{
    [Theory]
    [InlineData("Konsultim publik për armët e vogla në Mitrovicë: çka tjetër?", "konsultim-publik-per-armet-e-vogla-ne-mitrovice-cka-tjeter")]
    [InlineData("Јавне консултације о Стратегији за оружје", "javne-konsultacije-o-strategiji-za-oruzje")]
    [InlineData("Javne konsultacije o Strategiji za oružje", "javne-konsultacije-o-strategiji-za-oruzje")]
    [InlineData("Љубав, Његош, Џеп, Ђурђевдан, Ћуприја, Шта", "ljubav-njegos-dzep-djurdjevdan-cuprija-sta")]
    [InlineData("Đurđevdan i ČAČAK", "djurdjevdan-i-cacak")]
    [InlineData("Općina Štimlje – lokalna zajednica", "opcina-stimlje-lokalna-zajednica")]
    [InlineData("Small arms & light weapons, 2026–2030!", "small-arms-light-weapons-2026-2030")]
    [InlineData("  --Ferizaj/Uroševac--  ", "ferizaj-urosevac")]
    [InlineData("Ëë Çç", "ee-cc")]
    [InlineData("Müller Größe Ærø Łódź Iğdır", "muller-grosse-aero-lodz-igdir")]
    [InlineData("Дебата у Ѓорче Петров", "debata-u-gorce-petrov")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("", "untitled")]
    [InlineData("!!!", "untitled")]
    [InlineData("安全", "untitled")]
    [InlineData("a\ud800b", "a-b")]
    public void A_title_becomes_an_ASCII_address(string title, string slug) => Slug.From(title).ShouldBe(slug);

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("bezbednost", 12)));
        slug.ShouldBe(string.Join('-', Enumerable.Repeat("bezbednost", 7)));
        Slug.From(new string('a', 80) + " b").ShouldBe(new string('a', 80));
        Slug.From(new string('a', 200)).Length.ShouldBe(Slug.MaxLength);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sq-XK")]
    public void A_slug_does_not_depend_on_the_current_culture(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        try
        {
            Slug.From("MITROVICA").ShouldBe("mitrovica");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
