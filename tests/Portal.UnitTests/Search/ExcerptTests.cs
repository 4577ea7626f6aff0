using Portal.Cms.Search;
using Portal.Search.Analysis;
using Portal.Search.Excerpts;

namespace Portal.UnitTests.Search;

public class ExcerptTests
{
    [Theory]
    [InlineData("policija", "Општинска полиција и савет.", "Општинска [полиција] и савет.")]
    [InlineData("поли", "Policija, policije!", "[Policija], [policije]!")]
    [InlineData("dorde", "Đorđe i Ђорђе", "[Đorđe] i [Ђорђе]")]
    [InlineData("Mitrovice", "në Mitrovicë.", "në [Mitrovicë].")]
    [InlineData("NJEGOS", "„Ǌegoš“", "„[Ǌegoš]“")]
    [InlineData("cuvar", "c\u030Cuvar", "[c\u030Cuvar]")]
    [InlineData("b", "<b>bold</b>", "<[b]>bold</[b]>")]
    [InlineData("nothing", "Something else.", "Something else.")]
    public void Words_are_marked_in_the_text_as_it_was_written(string typed, string text, string marked) =>
        Show(Marking.Mark(text, SearchWords.Of(typed).Terms)).ShouldBe(marked);

    [Fact]
    public void A_short_passage_is_shown_whole() => Show(Of("trust", "Trust grows slowly.")).ShouldBe("[Trust] grows slowly.");

    [Fact]
    public void The_passage_with_most_of_the_words_is_shown() =>
        Show(Of("police trust", "The police came.", "Nobody knows.", "Who will trust the police?")).ShouldBe("Who will [trust] the [police]?");

    [Fact]
    public void A_long_passage_is_cut_between_words_around_the_hit()
    {
        var far = string.Join(' ', Enumerable.Range(1, 300).Select(i => $"word{i}"));
        var shown = Show(Of("word200", far));
        shown.ShouldStartWith("… word");
        shown.ShouldEndWith(" …");
        shown.ShouldContain("[word200]");
        shown.Length.ShouldBeInRange(150, 260);
    }

    [Fact]
    public void Without_a_hit_the_beginning_is_shown()
    {
        Show(Of("elsewhere", "First lines.", "Second.")).ShouldBe("First lines.");
        Show(Of("elsewhere", string.Join(' ', Enumerable.Repeat("long", 100)))).ShouldEndWith("long …");
        Of("elsewhere").ShouldBeEmpty();
    }

    [Fact]
    public void A_word_without_end_is_cut_beside_no_half_of_a_letter()
    {
        foreach (var segment in Of("a", string.Concat(Enumerable.Repeat("🙂", 400)))) segment.Text.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    static IReadOnlyList<Segment> Of(string typed, params string[] passages) => Excerpt.Of(passages, SearchWords.Of(typed).Terms);

    static string Show(IEnumerable<Segment> segments) => string.Concat(segments.Select(s => s.IsHit ? $"[{s.Text}]" : s.Text));
}
