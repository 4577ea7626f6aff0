using Portal.Moderation.Text;

namespace Portal.UnitTests.Moderation;

public sealed class RedactionTests
{
    const string Family = "👩‍👩‍👧‍👦";

    [Fact]
    public void Spans_come_back_in_order() => Redaction.Normalise("abcdefghij", [new(7, 2), new(1, 2)]).ShouldBe([new(1, 2), new(7, 2)]);

    [Theory]
    [InlineData(1, 4, 3, 4, 1, 6)]
    [InlineData(1, 2, 3, 2, 1, 4)]
    [InlineData(1, 8, 3, 2, 1, 8)]
    [InlineData(3, 2, 3, 2, 3, 2)]
    public void Overlapping_and_touching_spans_are_joined(int start1, int length1, int start2, int length2, int start, int length) =>
        Redaction.Normalise("abcdefghij", [new(start1, length1), new(start2, length2)]).ShouldBe([new(start, length)]);

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(3, 8)]
    [InlineData(10, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    [InlineData(int.MinValue, 1)]
    public void A_span_outside_the_text_is_refused(int start, int length) => Redaction.Normalise("abcdefghij", [new(start, length)]).ShouldBeNull();

    [Theory]
    [InlineData("a" + Family + "b", 1, 2)]
    [InlineData("a" + Family + "b", 3, 9)]
    [InlineData("a👍🏽b", 1, 2)]
    [InlineData("x́y", 0, 1)]
    [InlineData("Ѓ у́ бр", 3, 1)]
    [InlineData("🇽🇰 zastava", 0, 2)]
    [InlineData("a\r\nb", 1, 1)]
    public void A_span_that_cuts_a_letter_is_refused(string body, int start, int length) => Redaction.Normalise(body, [new(start, length)]).ShouldBeNull();

    [Fact]
    public void A_whole_family_may_be_hidden() => Redaction.Normalise($"a{Family}b", [new(1, Family.Length)]).ShouldBe([new(1, Family.Length)]);

    [Fact]
    public void A_passage_is_found_wherever_it_stands_also_where_it_overlaps_itself()
    {
        Redaction.Find("one two one", ["one"]).ShouldBe([new(0, 3), new(8, 3)]);
        Redaction.Find("xaXaXay", ["aXa"]).ShouldBe([new(1, 5)]);
    }

    [Fact]
    public void A_passage_that_stands_whole_in_one_place_is_found_there_though_another_place_would_cut_a_letter()
    {
        var body = $"👩 and {Family}";
        Redaction.Find(body, ["👩"]).ShouldBe([new(0, 2)]);
        // A name followed by a combining mark is another word.
        Redaction.Find("Ana, Anȁ́x", ["Ana"]).ShouldBe([new(0, 3)]);
    }

    [Fact]
    public void A_passage_typed_in_decomposed_letters_is_found_in_the_composed_text() => Redaction.Find("Quhet Çelë.", ["C\u0327ele\u0308"]).ShouldBe([new(6, 4)]);

    [Fact]
    public void Stored_spans_are_read_back() => Redaction.Read(Redaction.Write([new(1, 2), new(30, 4)])).ShouldBe([new(1, 2), new(30, 4)]);

    [Fact]
    public void A_span_across_paragraphs_hides_its_share_of_each()
    {
        var paragraphs = Citizens.Paragraphs("first hidden\n\nhidden too, then last", [new(6, 18)]);
        paragraphs.Select(p => p.Select(x => x.Text)).ShouldBe([["first ", null], [null, ", then last"]]);
    }

    [Fact]
    public void No_piece_of_a_hidden_passage_is_left_whatever_the_spans()
    {
        const string Body = "abcd\n\nefgh\n\n\nijkl";
        for (var start = 0; start < Body.Length; start++)
        {
            for (var length = 1; start + length <= Body.Length; length++)
            {
                var shown = string.Concat(Citizens.Paragraphs(Body, [new(start, length)]).SelectMany(p => p).Select(p => p.Text));
                foreach (var letter in Body.Substring(start, length).Where(char.IsLetter)) shown.ShouldNotContain(letter);
                foreach (var letter in Body.Remove(start, length).Where(char.IsLetter)) shown.ShouldContain(letter);
            }
        }
    }
}
