using Portal.Cms.Localization;
using Portal.Questionnaires.Editing;
using Portal.Questionnaires.Models;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class FormEditingTests
{
    static readonly Form Two = Of(Page("p", YesNo("one"), YesNo("two")), Page("q", YesNo("three"))).In(Culture.En);

    static string Order(Form form) => string.Join(" | ", form.Pages.Select(p => string.Join(' ', p.Questions.Select(q => q.Key))));

    [Fact]
    public void A_question_moves_within_its_page_and_at_the_end_on_to_the_next()
    {
        Order(Two.WithQuestionMoved("two", -1)).ShouldBe("two one | three");
        Order(Two.WithQuestionMoved("two", 1)).ShouldBe("one | two three");
        Order(Two.WithQuestionMoved("three", -1)).ShouldBe("one two three | ");
        Order(Two.WithQuestionMoved("one", -1)).ShouldBe("one two | three");
    }

    [Fact]
    public void A_copy_has_a_key_of_its_own_and_the_same_texts()
    {
        var copied = Two.WithCopyOf("one", out var key);
        Order(copied).ShouldBe("one one-2 two | three");
        key.ShouldBe("one-2");
        copied.Texts["en"].Questions["one-2"].Title.ShouldBe("one?");
    }

    [Fact]
    public void A_new_question_is_called_by_its_title()
    {
        Two.WithQuestion("q", QuestionKind.Single, "Ku nuk ndiheni të sigurt?", "sq", out var key).Find(key)!.Kind.ShouldBe(QuestionKind.Single);
        key.ShouldBe("ku-nuk-ndiheni-te-sigurt");
    }

    [Fact]
    public void What_is_deleted_leaves_no_texts_behind()
    {
        Two.WithoutQuestion("one").Texts["en"].Questions.Keys.ShouldBe(["two", "three"]);
        Two.WithoutPage("p").Texts["en"].Questions.Keys.ShouldBe(["three"]);
    }

    [Fact]
    public void A_page_moves_with_its_questions() => Order(Two.WithPageMoved("q", -1)).ShouldBe("three | one two");
}
