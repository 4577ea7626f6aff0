using Portal.Questionnaires.Models;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class WalkTests
{
    static readonly Form Three = Of(Page("p", YesNo("one"), YesNo("more", When("one", Test.OneOf, "yes"))), Page("q", YesNo("two")) with { ShownWhen = When("one", Test.OneOf, "yes") }, Page("r", YesNo("three")));

    [Fact]
    public void The_next_page_is_the_next_one_that_is_shown()
    {
        Walk.Next(Three, Answers(("one", Chose("no"))), "p", ["one"], "next").Page!.Key.ShouldBe("r");
        Walk.Next(Three, Answers(("one", Chose("yes"))), "p", ["one", "more"], "next").Page!.Key.ShouldBe("q");
    }

    [Fact]
    public void A_question_that_has_opened_on_the_page_is_asked_before_going_on()
    {
        var stop = Walk.Next(Three, Answers(("one", Chose("yes"))), "p", ["one"], "next");
        stop.Page!.Key.ShouldBe("p");
        stop.HasOpenedMore.ShouldBeTrue();
    }

    [Fact]
    public void After_the_last_page_comes_the_check() => Walk.Next(Three, Answers(("one", Chose("no"))), "r", ["three"], "next").Page.ShouldBeNull();

    [Fact]
    public void Back_leads_to_the_page_before_and_from_the_check_to_the_last()
    {
        Walk.Next(Three, Answers(("one", Chose("no"))), "r", ["three"], "back").Page!.Key.ShouldBe("p");
        Walk.Next(Three, Answers(("one", Chose("no"))), null, [], "back").Page!.Key.ShouldBe("r");
        Walk.Next(Three, Answers(), "p", ["one"], "back").Page!.Key.ShouldBe("p");
    }

    [Fact]
    public void A_named_page_is_gone_to_if_it_is_shown()
    {
        Walk.Next(Three, Answers(("one", Chose("yes"))), null, [], "to:q").Page!.Key.ShouldBe("q");
        Walk.Next(Three, Answers(("one", Chose("no"))), null, [], "to:q").Page.ShouldBeNull();
    }
}
