using Portal.Cms.Localization;
using Portal.Questionnaires.Models;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class FormChangesTests
{
    static readonly Form Before = Of(Page("p", Choice("one") with { HasOther = true }, new Question("text", QuestionKind.LongText) { Longest = 1000 }));

    static IReadOnlyList<FormChange> To(params Question[] questions) => FormChanges.Between(Before, Of(Page("p", questions)));

    [Fact]
    public void Nothing_changes_where_nothing_changed() => FormChanges.Between(Before, FormJson.Read(FormJson.Write(Before))).ShouldBeEmpty();

    [Fact]
    public void A_further_question_and_a_further_option_take_nothing_away() =>
        To(Before.Find("one")! with { Options = ["a", "b", "c", "d"] }, Before.Find("text")!, YesNo("new") with { IsRequired = true }).ShouldAllBe(c => !c.Shortens);

    [Fact]
    public void Whatever_takes_something_away_says_so()
    {
        To(Before.Find("one")!).ShouldContain(c => c.Question == "text" && c.Shortens);
        To(Before.Find("one")! with { Options = ["a", "b"] }, Before.Find("text")!).ShouldContain(c => c.Shortens);
        To(Before.Find("one")! with { HasOther = false }, Before.Find("text")!).ShouldContain(c => c.Shortens);
        To(Before.Find("one")!, Before.Find("text")! with { Longest = 999 }).ShouldContain(c => c.Shortens);
        To(Before.Find("one")!, new Question("text", QuestionKind.ShortText)).ShouldContain(c => c.Shortens);
        FormChanges.Between(Before.In(Culture.Sq, Culture.Bs), Before.In(Culture.Sq)).ShouldContain(c => c.Shortens);
    }

    [Fact]
    public void Wider_limits_take_nothing_away() => To(Before.Find("one")!, Before.Find("text")! with { Longest = 2000 }).ShouldAllBe(c => !c.Shortens);
}
