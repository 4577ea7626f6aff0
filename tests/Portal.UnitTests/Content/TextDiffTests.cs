using Portal.Cms.Content;

namespace Portal.UnitTests.Content;

public class TextDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("one", "one", "one")]
    [InlineData("", "one two", "+one two+")]
    [InlineData("one two", "", "-one two-")]
    [InlineData("The court decides in thirty days.", "The court decides in fifteen days.", "The court decides in -thirty-+fifteen+ days.")]
    [InlineData("weapons are stored at home", "weapons and ammunition are stored at home", "weapons +and ammunition +are stored at home")]
    [InlineData("before noon, daily", "before noon daily", "before noon-,- daily")]
    [InlineData("The old rule stands", "A new law falls", "-The old rule stands-+A new law falls+")]
    [InlineData("Полиција одговара за седам дана", "Полиција одговара у року од десет дана", "Полиција одговара -за седам-+у року од десет+ дана")]
    public void Changed_words_are_marked_and_nothing_else(string before, string after, string expected) =>
        string.Concat(TextDiff.Words(before, after).Select(p => p.Kind switch { DiffKind.Removed => $"-{p.Text}-", DiffKind.Added => $"+{p.Text}+", _ => p.Text })).ShouldBe(expected);

    [Fact]
    public void Of_any_two_texts_the_pieces_give_back_both()
    {
        var random = new Random(20261);
        for (var round = 0; round < 2000; round++)
        {
            string Text() => string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => "ab, 𝔁ж \n"[random.Next(8)]));
            var (before, after) = (Text(), Text());
            var pieces = TextDiff.Words(before, after);
            string.Concat(pieces.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)).ShouldBe(before);
            string.Concat(pieces.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)).ShouldBe(after);
        }
    }

    [Fact]
    public void The_script_is_a_shortest_one()
    {
        var random = new Random(4);
        for (var round = 0; round < 2000; round++)
        {
            string[] List() => [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => "abc"[random.Next(3)].ToString())];
            var (before, after) = (List(), List());
            var script = TextDiff.Script(before, after);
            script.Where(s => s.Kind != DiffKind.Added).Select(s => s.Text).ShouldBe(before);
            script.Where(s => s.Kind != DiffKind.Removed).Select(s => s.Text).ShouldBe(after);
            script.Count(s => s.Kind == DiffKind.Same).ShouldBe(LongestCommon(before, after), $"{string.Concat(before)} {string.Concat(after)}");
        }
    }

    [Fact]
    public void A_reworded_paragraph_is_one_paragraph_and_an_unlike_one_is_two()
    {
        var paragraphs = TextDiff.Paragraphs(
            ["First stays.", "Weapons are kept in a locked cabinet.", "Fees are paid yearly."],
            ["First stays.", "An entirely other thought.", "Weapons are kept in a locked steel cabinet."]);

        paragraphs.Select(p => string.Join('|', p.Pieces.Select(x => x.Kind))).ShouldBe(["Same", "Added", "Same|Added|Same", "Removed"]);
        paragraphs[2].Pieces[1].Text.ShouldBe("steel ");
    }

    [Fact]
    public void Two_long_texts_without_a_common_word_are_compared_at_once()
    {
        static string Long(string word) => string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"{word}{i}"));
        var started = TimeProvider.System.GetTimestamp();
        TextDiff.Words(Long("a"), Long("b")).ShouldNotBeEmpty();
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("the same words", "words the same", 1)]
    [InlineData("", "", 1)]
    [InlineData("one two", "three four", 0)]
    public void Similarity_goes_from_nothing_to_the_same_words(string before, string after, double expected) => new WordBag(before).SimilarityTo(new(after)).ShouldBe(expected);

    static int LongestCommon(string[] a, string[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++) lengths[i, j] = a[i - 1] == b[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        }

        return lengths[a.Length, b.Length];
    }
}
