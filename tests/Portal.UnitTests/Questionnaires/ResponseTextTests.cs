using Portal.Cms.Localization;
using Portal.Moderation.Text;
using Portal.Questionnaires.Drafts;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Text;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class ResponseTextTests
{
    static readonly Form Asked = Of(Page("p", YesNo("one") with { HasReason = true }, Choice("two") with { HasOther = true }, new Question("three", QuestionKind.LongText))).In(Culture.En, Culture.Sr);

    [Fact]
    public void Words_stand_below_their_questions_in_the_order_of_the_questionnaire()
    {
        var (body, answers) = ResponseText.Of(Asked, Answers(("three", new() { Text = " Last\r\n\r\nwords " }), ("one", new() { Choices = ["no"], Text = "Because." }), ("two", Chose("a"))), Culture.En);
        body.ShouldBe("one?\nBecause.\n\nthree?\nLast\n\nwords");
        body.ShouldBe(Citizens.Normalise(body));
        ResponseText.WordsOf(answers["one"], body).ShouldBe("Because.");
        ResponseText.WordsOf(answers["three"], body).ShouldBe("Last\n\nwords");
        ResponseText.WordsOf(answers["two"], body).ShouldBeNull();
        answers["two"].Choices.ShouldBe(["a"]);
    }

    [Fact]
    public void Who_wrote_nothing_has_no_text() => ResponseText.Of(Asked, Answers(("two", Chose("b"))), Culture.En).Body.ShouldBeEmpty();

    [Fact]
    public void A_hidden_passage_is_hidden_in_the_answer_it_stands_in_and_in_no_other()
    {
        var (body, answers) = ResponseText.Of(Asked, Answers(("one", new() { Choices = ["no"], Text = "Ask Arben." }), ("three", new() { Text = "Nothing." })), Culture.En);
        var hidden = Redaction.Find(body, ["Arben"]);
        ResponseText.Within(answers["one"], hidden).ShouldBe([new TextSpan(4, 5)]);
        ResponseText.Within(answers["three"], hidden).ShouldBeEmpty();
    }

    [Fact]
    public void An_erased_text_leaves_no_words_behind() => ResponseText.WordsOf(new() { Start = 5, Length = 8 }, "").ShouldBeNull();

    [Fact]
    public void A_draft_opens_with_its_code_and_with_no_other()
    {
        var code = DraftCode.New();
        var kept = DraftCode.Seal(code, "answers"u8);
        DraftCode.Open(code, kept).ShouldBe("answers"u8.ToArray());
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => DraftCode.Open(DraftCode.New(), kept));
        kept.AsSpan().IndexOf("answers"u8).ShouldBe(-1);
    }

    [Fact]
    public void A_draft_code_is_read_as_people_type_it_and_is_never_taken_for_a_receipt()
    {
        var code = DraftCode.New();
        code.ShouldStartWith("D-");
        DraftCode.Read(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)).ShouldBe(code);
        DraftCode.Read(code[2..]).ShouldBeNull();
        ReceiptCode.Read(code).ShouldBeNull();
        DraftCode.Read(null).ShouldBeNull();
        DraftCode.Hash(code).ShouldNotBe(ReceiptCode.Hash(code[2..]), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("2,5", 2.5)]
    [InlineData("2.5", 2.5)]
    [InlineData("1 200", 1200)]
    [InlineData("-3", -3)]
    public void A_number_is_read_with_comma_or_point(string typed, double number)
    {
        var errors = new List<Portal.Cms.FieldError>();
        TypedAnswers.Read(new("n", QuestionKind.Number), Typed("n", typed), errors).Number.ShouldBe((decimal)number);
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("21.11.2026")]
    [InlineData("21. 11. 2026.")]
    public void A_day_is_read_as_people_of_the_region_write_it(string typed) => TypedAnswers.Read(new("d", QuestionKind.Date), Typed("d", typed), []).Date.ShouldBe(new(2026, 11, 21));

    [Fact]
    public void What_cannot_be_read_is_an_error_and_no_answer()
    {
        var errors = new List<Portal.Cms.FieldError>();
        TypedAnswers.Read(new("n", QuestionKind.Number), Typed("n", "many"), errors).IsEmpty.ShouldBeTrue();
        errors.Select(e => e.Field).ShouldBe(["answers.n"]);
    }

    static Dictionary<string, IReadOnlyList<string>> Typed(string key, string value) => new(StringComparer.Ordinal) { [$"a.{key}"] = [value] };
}
