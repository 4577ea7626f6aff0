using Portal.Moderation.Models;

namespace Portal.UnitTests.Moderation;

/// <summary>Where a submission goes once nothing more is asked of its author.</summary>
public sealed class ComingInTests
{
    static readonly DateTime Now = new(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc);

    static Submission ComeIn(bool isPostModerated, string body, int? questionnaire = 1, string? name = null, string? organisation = null)
    {
        var submission = new Submission { Id = "x", ConsultationSet = "c", Culture = "en", Channel = "web", ConsentVersion = "1", ReceiptHash = "h", QuestionnaireVersion = questionnaire, DisplayName = name, OnBehalfOf = organisation };
        submission.ComeIn(isPostModerated, body, Now);
        return submission;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Answers_without_a_word_wait_for_nobody(bool isPostModerated)
    {
        var submission = ComeIn(isPostModerated, "");
        (submission.State, submission.WaitsSinceUtc).ShouldBe((SubmissionState.Published, null));
    }

    [Theory]
    [InlineData("A word.", null, null)]
    [InlineData("", "A name", null)]
    [InlineData("", null, "An organisation")]
    public void Whatever_somebody_wrote_is_read(string body, string? name, string? organisation)
    {
        ComeIn(false, body, 1, name, organisation).State.ShouldBe(SubmissionState.Queued);
        ComeIn(true, body, 1, name, organisation).State.ShouldBe(SubmissionState.PublishedUnreviewed);
    }

    [Fact]
    public void Blanks_are_no_name() => ComeIn(false, "", 1, " ", "\t").State.ShouldBe(SubmissionState.Published);

    [Fact]
    public void A_comment_is_read_even_if_its_text_is_gone() => ComeIn(false, "", questionnaire: null).State.ShouldBe(SubmissionState.Queued);
}
