using Portal.Moderation.Queries;

namespace Portal.UnitTests.Moderation;

public sealed class FirstWordsTests
{
    [Fact]
    public void A_short_text_is_whole() => DecisionPage.FirstWordsOf("Rruga është e errët.").ShouldBe("Rruga është e errët.");

    [Fact]
    public void A_long_one_ends_with_a_word() => DecisionPage.FirstWordsOf(string.Join(' ', Enumerable.Repeat("реч", 100))).ShouldBe(string.Join(' ', Enumerable.Repeat("реч", 50)) + " …");

    /// <summary>Citizens write what they like; the page of a moderator has to bear it.</summary>
    [Fact]
    public void A_word_without_an_end_is_cut_between_letters()
    {
        DecisionPage.FirstWordsOf(new string('x', 500)).ShouldBe(new string('x', 200) + " …");
        DecisionPage.FirstWordsOf(" " + new string('x', 500)).ShouldBe(" " + new string('x', 199) + " …");
        DecisionPage.FirstWordsOf("a" + string.Concat(Enumerable.Repeat("👩‍👩‍👧", 60))).ShouldBe("a" + string.Concat(Enumerable.Repeat("👩‍👩‍👧", 24)) + " …");
    }
}
