using Portal.Cms.Search;
using Portal.Search.Analysis;

namespace Portal.UnitTests.Search;

public class WordsTests
{
    [Fact]
    public void Words_say_where_they_stand_in_the_text_as_it_was_written()
    {
        const string Text = "Ђорђе је рекао: „Полиција“ (2024) – c\u030Cuvar.";
        Words.In(Text).Select(w => (Text.Substring(w.Start, w.Length), w.Folded)).ShouldBe(
            [("Ђорђе", "dorde"), ("је", "je"), ("рекао", "rekao"), ("Полиција", "policija"), ("2024", "2024"), ("c\u030Cuvar", "cuvar")]);
    }

    [Theory]
    [InlineData("s'ka", "s ka")]
    [InlineData("COVID-19", "covid 19")]
    [InlineData("poli\u00ADcija", "policija")]
    [InlineData("  ", "")]
    [InlineData("\"* NEAR( ^ OR --", "near or")]
    [InlineData("\uD800 a \uDC00", "a")]
    [InlineData("𝐏olice 🙂", "police")]
    [InlineData("\u0301", "")]
    public void Signs_divide_words_and_joiners_do_not(string text, string words) => string.Join(' ', Words.Folded(text)).ShouldBe(words);

    [Theory]
    [InlineData("sq", "dhe", true)]
    [InlineData("sq", "nuk", true)]
    [InlineData("sq", "policia", false)]
    [InlineData("sr", "koji", true)]
    [InlineData("bs", "prije", true)]
    [InlineData("bs", "most", false)]
    [InlineData("en", "most", true)]
    [InlineData("en", "the", true)]
    [InlineData("de", "und", false)]
    public void What_says_nothing_depends_on_the_language(string culture, string word, bool isStop) => StopWords.Contains(culture, word).ShouldBe(isStop);

    [Fact]
    public void Each_language_is_asked_for_the_words_that_count_in_it()
    {
        var readings = SearchWords.Of("most u Mitrovici").Readings();
        readings.Select(r => (string.Join(' ', r.Cultures), string.Join(' ', r.Terms.Select(t => t.Text)))).ShouldBe(
            [("sq sr bs", "most mitrovici"), ("en", "u mitrovici")], ignoreOrder: true);
    }

    [Fact]
    public void Words_that_count_everywhere_are_one_reading()
    {
        var reading = SearchWords.Of("Полиција policija ПОЛИЦИЈА 15").Readings().ShouldHaveSingleItem();
        reading.Cultures.ShouldBeEmpty();
        reading.Terms.ShouldBe([new("policija", IsPrefix: true), new("15", IsPrefix: false)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?! …")]
    [InlineData("a")]
    public void Nothing_to_look_for_is_no_reading(string typed) => SearchWords.Of(typed).Readings().ShouldBeEmpty();
}
