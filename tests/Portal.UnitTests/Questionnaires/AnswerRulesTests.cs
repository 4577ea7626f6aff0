using Portal.Questionnaires.Models;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class AnswerRulesTests
{
    public static TheoryData<Question, Answer, string?> Cases => new()
    {
        { Choice("q"), Chose("a"), null },
        { Choice("q"), Chose("a", "b"), "Choose one answer." },
        { Choice("q"), Chose("d"), "There is no option {0}." },
        { Choice("q"), new() { Number = 1 }, "Choose one answer." },
        { Choice("q") with { HasOther = true }, new() { Choices = ["other"], Text = "else" }, null },
        { Choice("q") with { HasOther = true }, Chose("other"), "Say what you mean by ‘other’." },
        { Choice("q") with { HasOther = true }, new() { Choices = ["a"], Text = "else" }, "Choose ‘other’, or leave empty what it is." },
        { Choice("q"), Chose("other"), "There is no option {0}." },
        { Choice("q"), new() { Choices = ["a"], Text = "words that nobody asked for" }, "This question is answered in another way." },
        { Choice("q", QuestionKind.Multiple), Chose("a", "c"), null },
        { Choice("q", QuestionKind.Multiple), Chose("a", "a"), "Choose each answer once." },
        { Choice("q", QuestionKind.Multiple) with { MostChoices = 1 }, Chose("a", "b"), "Choose at most {0}." },
        { Choice("q", QuestionKind.Multiple) with { FewestChoices = 2 }, Chose("a"), "Choose at least {0}." },
        { Scale, new() { Number = 5 }, null },
        { Scale, new() { Number = 6 }, "A number from {0} to {1}." },
        { Scale, new() { Number = 2.5m }, "Choose one answer." },
        { new("q", QuestionKind.Number) { Least = 0 }, new() { Number = -1 }, "A number that is at least {0}." },
        { new("q", QuestionKind.Number) { Greatest = 10 }, new() { Number = 10.5m }, "A number that is at most {0}." },
        { new("q", QuestionKind.Number), new() { Number = 2.75m }, null },
        { new("q", QuestionKind.Number), new() { Text = "many" }, "Write a number." },
        { new("q", QuestionKind.Date), new() { Date = new(2026, 2, 28) }, null },
        { new("q", QuestionKind.Date) { Earliest = new(2026, 1, 1) }, new() { Date = new(2025, 12, 31) }, "A day not before {0}." },
        { new("q", QuestionKind.Date) { Latest = new(2026, 1, 1) }, new() { Date = new(2026, 1, 2) }, "A day not after {0}." },
        { new("q", QuestionKind.ShortText) { Longest = 5 }, new() { Text = "12345" }, null },
        { new("q", QuestionKind.ShortText) { Longest = 5 }, new() { Text = "123456" }, "At most {0} characters are possible here." },
        { new("q", QuestionKind.LongText), new() { Text = new string('x', 4001) }, "At most {0} characters are possible here." },
        { new("q", QuestionKind.LongText), new() { Text = "NUL \0" }, "The text contains a character that cannot be stored." },
        { new("q", QuestionKind.LongText), new() { Text = "half \ud83d" }, "The text contains a character that cannot be stored." },
        { new("q", QuestionKind.Municipality), Chose("mun-shtime"), null },
        { new("q", QuestionKind.Municipality), Chose("mun-atlantis"), "There is no option {0}." },
        { YesNo("q"), Chose("yes"), null },
        { YesNo("q"), Chose("maybe"), "There is no option {0}." },
        { YesNo("q") with { HasReason = true }, new() { Choices = ["no"], Text = "because" }, null },
        { YesNo("q") with { HasReason = true }, new() { Text = "because" }, "Choose one answer." },
        { YesNo("q") with { IsRequired = true }, new(), "Choose an answer." },
        { new("q", QuestionKind.LongText) { IsRequired = true }, new() { Text = "   " }, "Answer this question." },
        { YesNo("q"), new(), null },
    };

    static Question Scale => new("q", QuestionKind.Scale) { Least = 1, Greatest = 5 };

    [Theory, MemberData(nameof(Cases))]
    public void An_answer_is_taken_or_its_first_fault_is_named(Question question, Answer answer, string? fault) =>
        AnswerRules.Check(question, answer, Municipalities).Select(e => e.Message).FirstOrDefault().ShouldBe(fault);

    [Fact]
    public void An_answer_to_a_question_that_is_not_asked_is_refused()
    {
        var form = Of(Page("p", YesNo("one"), YesNo("two", When("one", Test.OneOf, "yes"))));
        var errors = AnswerRules.Check(form, Answers(("one", Chose("no")), ("two", Chose("yes"))), Municipalities);
        errors.Select(e => (e.Field, e.Message)).ShouldBe([("answers.two", "After the earlier answers this question is not asked. It takes no answer.")]);
    }

    [Fact]
    public void A_required_question_that_is_not_asked_needs_no_answer()
    {
        var form = Of(Page("p", YesNo("one"), YesNo("two", When("one", Test.OneOf, "yes")) with { IsRequired = true }));
        AnswerRules.Check(form, Answers(("one", Chose("no"))), Municipalities).ShouldBeEmpty();
        AnswerRules.Check(form, Answers(("one", Chose("yes"))), Municipalities).Select(e => e.Field).ShouldBe(["answers.two"]);
    }

    [Fact]
    public void A_question_of_another_version_is_refused() =>
        AnswerRules.Check(Of(Page("p", YesNo("one"))), Answers(("old", Chose("yes"))), Municipalities).Select(e => e.Message).ShouldBe(["This version has no question {0}."]);
}
