using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class SortKeysTests
{
    [Theory]
    [InlineData("sq", "Cen Çelik Dardan Dhimitër Emin Ëngjëll Gani Gjilan Luan Llap Nora Njomza Tahir Thaçi Xani Xhavit")]
    [InlineData("sr", "Ана Војо Гордана Дејан Ђорђе Ема Зоран Игор Јован Лука Љубица Милан Нада Његош Тања Ћира Хана Џон Шаћир")]
    [InlineData("sr-Latn", "Ana Cvijeta Čedo Ćira Dejan Džon Đorđe Ema Luka Ljubica Nada Njegoš Sava Šaćir Zoran Željko")]
    [InlineData("bs", "Ana Cvijeta Čedo Ćira Dejan Džon Đorđe Ema Luka Ljubica Nada Njegoš Sava Šaćir Zoran Željko")]
    [InlineData("en", "Anna Ben Zoe")]
    public void Bytes_sort_in_the_order_of_the_alphabet(string code, string alphabetical)
    {
        Culture.TryFrom(code, out var culture);
        var names = alphabetical.Split(' ');
        var sorted = names.OrderBy(name => Convert.ToHexString(SortKeys.For(culture!, name)), StringComparer.Ordinal);
        string.Join(' ', sorted).ShouldBe(alphabetical);
    }

    [Fact]
    public void Latin_Serbian_sorts_Cyrillic_titles_as_its_readers_see_them() =>
        SortKeys.For(Culture.SrLatn, "Његош").ShouldBe(SortKeys.For(Culture.SrLatn, "Njegoš"));

    [Fact]
    public void Keys_tell_which_version_of_the_order_made_them() => SortKeys.Version.ShouldNotBeNullOrEmpty();
}
