using FsCheck;
using FsCheck.Fluent;
using Portal.Moderation.Models;

namespace Portal.UnitTests.Moderation;

/// <summary>What holds for a submission whatever is tried on it, in whatever order.</summary>
public sealed class StateMachineTests
{
    static readonly DateTime Start = new(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc);

    static readonly Arbitrary<Step[]> AnySteps = Gen.ArrayOf(Gen.Elements(Enum.GetValues<Step>()), 60).ToArbitrary();

    static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000);

    /// <param name="Taken">The step that was taken; null where the table has none.</param>
    sealed record Moment(Step? Taken, SubmissionState State, SubmissionState? Was, Appearance Appearance, int Round, int? DecidedRound, bool Waits, DateTime? Appealed);

    static List<Moment> Live(IEnumerable<Step> steps)
    {
        var submission = new Submission { Id = "x", ConsultationSet = "c", Culture = "en", Channel = "web", ConsentVersion = "1", ReceiptHash = "h" };
        var life = new List<Moment> { Now(submission, null) };
        foreach (var (step, i) in steps.Select((s, i) => (s, i)))
        {
            var isPossible = submission.Next(step) is not null;
            if (isPossible) submission.Take(step, Start.AddMinutes(i), step == Step.Merge ? "other" : null);
            else Should.Throw<InvalidOperationException>(() => submission.Take(step, Start));
            life.Add(Now(submission, isPossible ? step : null));
        }

        return life;
    }

    static Moment Now(Submission s, Step? taken) => new(taken, s.State, s.Was, s.Appearance, s.Round, s.DecidedRound, s.WaitsSinceUtc is not null, s.AppealedUtc);

    static IEnumerable<(Moment Before, Moment After)> Steps(Step[] steps) => Live(steps) is var life ? life.Zip(life.Skip(1)).Where(p => p.Second.Taken is not null) : [];

    static void Always(Func<Step[], bool> holds) => Check.One(Runs, Prop.ForAll(AnySteps, holds));

    [Fact]
    public void No_sequence_of_steps_leaves_the_table() => Always(steps =>
        Steps(steps).All(p => ModerationTable.All.Any(t => t.From == p.Before.State && t.Step == p.After.Taken && t.To == p.After.State && (t.Was is null || t.Was == p.Before.Was))));

    [Fact]
    public void Nothing_is_decided_twice_in_one_round() => Always(steps =>
        Steps(steps).Where(p => ModerationTable.DecidingSteps.Contains(p.After.Taken!.Value)).GroupBy(p => p.After.Round).All(g => g.Count() == 1));

    [Fact]
    public void An_author_appeals_once_at_most() => Always(steps => Steps(steps).Count(p => p.After.Taken == Step.Appeal) <= 1);

    [Fact]
    public void What_is_upheld_or_kept_becomes_again_what_it_was_before_the_question() => Always(steps =>
        Steps(steps).Where(p => p.After.Taken is Step.Uphold or Step.Keep).All(p => p.After.State == p.Before.Was));

    [Fact]
    public void It_waits_for_a_moderator_exactly_while_a_question_is_open() => Always(steps =>
        Live(steps).All(m => m.Waits == ModerationTable.Waiting.Contains(m.State) && (m.Was is null || m.Waits)));

    [Fact]
    public void A_text_becomes_visible_only_by_publication_or_by_going_back_to_it() => Always(steps =>
        Steps(steps).Where(p => p.Before.Appearance != Appearance.Text && p.After.Appearance == Appearance.Text)
            .All(p => p.After.Taken is Step.Publish or Step.Redact or Step.Reverse or Step.PublishUnreviewed or Step.Keep or Step.Uphold));

    [Fact]
    public void Who_saw_a_text_or_its_placeholder_finds_something_in_its_place_ever_after() => Always(steps =>
        Steps(steps).All(p => p.Before.Appearance == Appearance.None || p.After.Appearance != Appearance.None));

    [Fact]
    public void After_withdrawal_or_expiry_nothing_happens_and_no_text_is_seen() => Always(steps =>
        Steps(steps).All(p => p.Before.State is not (SubmissionState.Withdrawn or SubmissionState.Expired) && (p.After.State is not (SubmissionState.Withdrawn or SubmissionState.Declined or SubmissionState.Merged) || p.After.Appearance != Appearance.Text)));

    [Fact]
    public void A_decision_is_in_force_from_the_first_one_on() => Always(steps =>
        Steps(steps).All(p => p.After.DecidedRound is not null || p.After.State is not (SubmissionState.Published or SubmissionState.PublishedRedacted or SubmissionState.Declined or SubmissionState.Merged or SubmissionState.Appealed)));
}
