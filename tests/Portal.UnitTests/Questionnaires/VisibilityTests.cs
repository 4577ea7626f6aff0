using Portal.Questionnaires.Models;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class VisibilityTests
{
    static IEnumerable<string> Shown(Form form, params (string, Answer)[] answers) => form.Questions.Where(Visibility.Of(form, Answers(answers)).Shows).Select(q => q.Key);

    [Fact]
    public void A_question_without_a_condition_is_always_shown() => Shown(Of(Page("p", YesNo("one"), YesNo("two")))).ShouldBe(["one", "two"]);

    [Theory]
    [InlineData(Test.OneOf, "a", "a", true)]
    [InlineData(Test.OneOf, "a b", "b", true)]
    [InlineData(Test.OneOf, "a b", "c", false)]
    [InlineData(Test.OneOf, "a", "", false)]
    [InlineData(Test.NoneOf, "a", "b", true)]
    [InlineData(Test.NoneOf, "a", "a b", false)]
    [InlineData(Test.NoneOf, "a", "", false)]
    [InlineData(Test.Answered, "", "c", true)]
    [InlineData(Test.Answered, "", "", false)]
    public void A_choice_opens_a_question_as_its_test_says(Test test, string values, string chosen, bool isShown)
    {
        var form = Of(Page("p", Choice("first", QuestionKind.Multiple), YesNo("second", When("first", test, Words(values)))));
        Shown(form, ("first", Chose(Words(chosen)))).Contains("second", StringComparer.Ordinal).ShouldBe(isShown);
    }

    [Theory]
    [InlineData(Test.AtLeast, 3, 3, true)]
    [InlineData(Test.AtLeast, 3, 2, false)]
    [InlineData(Test.AtMost, 2, 2, true)]
    [InlineData(Test.AtMost, 2, 3, false)]
    public void A_number_opens_a_question_from_its_limit_on(Test test, int limit, int number, bool isShown)
    {
        var form = Of(Page("p", new Question("first", QuestionKind.Scale) { Least = 1, Greatest = 5 }, YesNo("second", When("first", test, $"{limit}"))));
        Shown(form, ("first", new Answer { Number = number })).Contains("second", StringComparer.Ordinal).ShouldBe(isShown);
    }

    [Fact]
    public void A_limit_that_was_not_answered_opens_nothing()
    {
        var form = Of(Page("p", new Question("first", QuestionKind.Number), YesNo("second", When("first", Test.AtMost, "5"))));
        Shown(form).ShouldBe(["first"]);
    }

    [Fact]
    public void What_depends_on_a_hidden_question_is_hidden_too_even_if_that_was_answered_before()
    {
        var form = Of(Page("p", YesNo("one"), YesNo("two", When("one", Test.OneOf, "yes")), YesNo("three", When("two", Test.OneOf, "yes"))));
        Shown(form, ("one", Chose("no")), ("two", Chose("yes")), ("three", Chose("yes"))).ShouldBe(["one"]);
    }

    [Fact]
    public void A_page_hides_with_all_its_questions()
    {
        var form = Of(Page("p", YesNo("one")), Page("q", YesNo("two")) with { ShownWhen = When("one", Test.OneOf, "yes") }, Page("r", YesNo("three")));
        Visibility.Of(form, Answers(("one", Chose("no")))).Pages.Select(p => p.Key).ShouldBe(["p", "r"]);
        Visibility.Of(form, Answers(("one", Chose("yes")))).Pages.Select(p => p.Key).ShouldBe(["p", "q", "r"]);
    }

    [Fact]
    public void A_page_on_which_no_question_is_left_is_passed_over()
    {
        var form = Of(Page("p", YesNo("one")), Page("q", YesNo("two", When("one", Test.OneOf, "yes"))), Page("r", YesNo("three")));
        Visibility.Of(form, Answers(("one", Chose("no")))).Pages.Select(p => p.Key).ShouldBe(["p", "r"]);
    }

    [Theory]
    [InlineData(false, "yes", "a", true)]
    [InlineData(false, "yes", "b", false)]
    [InlineData(false, "no", "a", false)]
    [InlineData(true, "yes", "b", true)]
    [InlineData(true, "no", "a", true)]
    [InlineData(true, "no", "b", false)]
    public void Several_answers_open_a_question_together_or_each_alone(bool isAny, string first, string second, bool isShown)
    {
        var form = Of(Page("p", YesNo("one")), Page("q", Choice("two")), Page("r", YesNo("three", When("one", Test.OneOf, "yes") with { Also = [When("two", Test.OneOf, "a")], IsAny = isAny })));
        Shown(form, ("one", Chose(first)), ("two", Chose(second))).Contains("three", StringComparer.Ordinal).ShouldBe(isShown);
        FormJson.Read(FormJson.Write(form)).Find("three")!.ShownWhen.ShouldBe(form.Find("three")!.ShownWhen);
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
