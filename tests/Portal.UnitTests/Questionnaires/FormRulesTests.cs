using Portal.Cms.Localization;
using Portal.Questionnaires.Models;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class FormRulesTests
{
    static IEnumerable<string> Faults(Form form) => FormRules.Check(form, key => key).Select(e => e.Message);

    [Fact]
    public void A_condition_looks_back_only()
    {
        Faults(Of(Page("p", YesNo("one", When("two", Test.OneOf, "yes")), YesNo("two")))).ShouldBe(["A condition can only look back: the question ‘{0}’ comes later, or is the question itself."]);
        Faults(Of(Page("p", YesNo("one", When("one", Test.OneOf, "yes"))))).ShouldBe(["A condition can only look back: the question ‘{0}’ comes later, or is the question itself."]);
        Faults(Of(Page("p", YesNo("one")), Page("q", YesNo("two")) with { ShownWhen = When("two", Test.OneOf, "yes") })).Count().ShouldBe(1);
        Faults(Of(Page("p", YesNo("one")), Page("q", YesNo("two", When("one", Test.OneOf, "yes"))))).ShouldBeEmpty();
    }

    [Fact]
    public void Two_questions_that_wait_for_each_other_are_refused() =>
        Faults(Of(Page("p", YesNo("one", When("two", Test.OneOf, "yes")), YesNo("two", When("one", Test.OneOf, "yes"))))).ShouldNotBeEmpty();

    [Fact]
    public void A_condition_on_a_question_that_is_gone_is_refused() =>
        Faults(Of(Page("p", YesNo("two", When("one", Test.OneOf, "yes"))))).ShouldBe(["A condition needs the question ‘{0}’. Change the condition first."]);

    [Theory]
    [InlineData(Test.AtLeast, "3", "A condition cannot ask this of the question ‘{0}’.")]
    [InlineData(Test.OneOf, "", "Say which answers to ‘{0}’ the condition means.")]
    [InlineData(Test.OneOf, "maybe", "A condition means an answer that ‘{0}’ does not have.")]
    public void A_condition_fits_the_kind_of_its_question(Test test, string value, string fault) =>
        Faults(Of(Page("p", YesNo("one"), YesNo("two", new("one", test, value.Length == 0 ? [] : [value]))))).ShouldBe([fault]);

    [Fact]
    public void Keys_are_unique_and_small()
    {
        Faults(Of(Page("p", YesNo("one")), Page("q", YesNo("one")))).ShouldBe(["The key {0} is used twice."]);
        Faults(Of(Page("p", YesNo("Not a key")))).ShouldBe(["{0} cannot be a key: small letters, digits and hyphens only."]);
        Faults(Of(Page("p", Choice("one") with { Options = ["a", "other"] }))).ShouldBe(["The key {0} is used twice."]);
    }

    [Fact]
    public void Limits_come_in_order()
    {
        Faults(Of(Page("p", new Question("n", QuestionKind.Number) { Least = 5, Greatest = 5 }))).ShouldBe(["The smaller limit comes first."]);
        Faults(Of(Page("p", Choice("m", QuestionKind.Multiple) with { FewestChoices = 3, MostChoices = 2 }))).ShouldBe(["The smaller limit comes first."]);
        Faults(Of(Page("p", new Question("s", QuestionKind.Scale) { Least = 1, Greatest = 100 }))).Count().ShouldBe(1);
    }

    [Fact]
    public void A_culture_is_offered_when_everything_is_said_in_it()
    {
        var form = Of(Page("p", Choice("one")), Page("q", new Question("two", QuestionKind.Scale) { Least = 1, Greatest = 5 })).In(Culture.Sq, Culture.En);
        FormCheck.CulturesOf(form).ShouldBe(["sq", "en"]);

        var said = form.Texts["sq"];
        var without = form with { Texts = new Dictionary<string, FormTexts>(form.Texts, StringComparer.Ordinal) { ["sq"] = said with { Questions = new Dictionary<string, QuestionTexts>(said.Questions, StringComparer.Ordinal) { ["two"] = said.Questions["two"] with { GreatestLabel = "" } } } } };
        FormCheck.CulturesOf(without).ShouldBe(["en"]);
        FormCheck.Of(without).Where(m => m.Culture == "sq").Select(m => (m.At, m.Message)).ShouldBe([("two", "The ends of the scale")]);
    }

    [Fact]
    public void A_questionnaire_is_written_and_read_without_loss()
    {
        var form = Of(Page("p", Choice("one", QuestionKind.Multiple) with { HasOther = true, MostChoices = 2 }, new Question("d", QuestionKind.Date) { Earliest = new(2026, 1, 1), ShownWhen = When("one", Test.NoneOf, "a") })).In(Culture.Sr);
        FormJson.Write(FormJson.Read(FormJson.Write(form))).ShouldBe(FormJson.Write(form));
        FormJson.Read(FormJson.Write(form)).Find("d")!.ShownWhen!.Test.ShouldBe(Test.NoneOf);
    }
}
