using Portal.Moderation.Models;
using static Portal.Moderation.Models.Step;
using static Portal.Moderation.Models.SubmissionState;

namespace Portal.UnitTests.Moderation;

/// <summary>The state machine as it was drawn, written out by hand.</summary>
public sealed class ModerationTableTests
{
    static readonly (SubmissionState From, Step Step, SubmissionState To)[] Drawn =
    [
        (Received, Enqueue, Queued), (Received, PublishUnreviewed, PublishedUnreviewed), (Received, Expire, Expired),
        (Queued, Publish, Published), (Queued, Redact, PublishedRedacted), (Queued, Decline, Declined), (Queued, Merge, Merged), (Queued, Escalate, Escalated),
        (PublishedUnreviewed, Publish, Published), (PublishedUnreviewed, Redact, PublishedRedacted), (PublishedUnreviewed, Decline, Declined), (PublishedUnreviewed, Merge, Merged), (PublishedUnreviewed, Escalate, Escalated),
        (Escalated, Publish, Published), (Escalated, Redact, PublishedRedacted), (Escalated, Decline, Declined), (Escalated, Merge, Merged),
        (Declined, Appeal, Appealed), (PublishedRedacted, Appeal, Appealed),
        (Appealed, Reverse, Published), (Appealed, Redact, PublishedRedacted), (Appealed, Uphold, Declined), (Appealed, Uphold, PublishedRedacted),
        (Published, Report, PublishedUnreviewed), (PublishedRedacted, Report, PublishedUnreviewed),
        (Published, Hide, Queued), (PublishedRedacted, Hide, Queued), (PublishedUnreviewed, Hide, Queued), (Escalated, Hide, Escalated), (Appealed, Hide, Appealed),
        (Published, Reopen, PublishedUnreviewed), (PublishedRedacted, Reopen, PublishedUnreviewed), (Declined, Reopen, Queued), (Merged, Reopen, Queued),
        (PublishedUnreviewed, Keep, Published), (PublishedUnreviewed, Keep, PublishedRedacted),
        (Queued, Keep, Published), (Queued, Keep, PublishedRedacted), (Queued, Keep, Declined), (Queued, Keep, Merged),
        (Escalated, Keep, Published), (Escalated, Keep, PublishedRedacted), (Escalated, Keep, Declined), (Escalated, Keep, Merged),
        (Received, Withdraw, Withdrawn), (Queued, Withdraw, Withdrawn), (PublishedUnreviewed, Withdraw, Withdrawn), (Published, Withdraw, Withdrawn), (PublishedRedacted, Withdraw, Withdrawn),
        (Declined, Withdraw, Withdrawn), (Merged, Withdraw, Withdrawn), (Escalated, Withdraw, Withdrawn), (Appealed, Withdraw, Withdrawn),
    ];

    [Fact]
    public void The_table_has_every_transition_that_was_drawn_and_no_other() =>
        ModerationTable.All.Select(t => (t.From, t.Step, t.To)).ShouldBe(Drawn, ignoreOrder: true);

    [Theory]
    [InlineData(Declined)]
    [InlineData(PublishedRedacted)]
    public void An_upheld_decision_leads_back_to_what_was_decided_first(SubmissionState first) => ModerationTable.Next(Appealed, Uphold, first).ShouldBe(first);

    [Theory]
    [InlineData(Published)]
    [InlineData(PublishedRedacted)]
    public void A_reported_text_that_is_kept_is_again_what_it_was(SubmissionState before) => ModerationTable.Next(PublishedUnreviewed, Keep, before).ShouldBe(before);

    [Fact]
    public void What_nobody_has_decided_on_cannot_be_kept() => ModerationTable.Next(Queued, Keep).ShouldBeNull();

    [Fact]
    public void Every_state_can_be_reached_from_received()
    {
        var reached = new HashSet<SubmissionState> { Received };
        while (ModerationTable.All.Where(t => reached.Contains(t.From)).Select(t => t.To).Any(reached.Add)) { /* until nothing new is reached */ }
        reached.ShouldBe(Enum.GetValues<SubmissionState>(), ignoreOrder: true);
    }

    [Fact]
    public void From_one_state_a_step_leads_to_one_state_only() => ModerationTable.All.GroupBy(t => (t.From, t.Step, t.Was)).ShouldAllBe(g => g.Count() == 1);

    [Fact]
    public void Nothing_happens_any_more_to_what_was_withdrawn_or_expired() => ModerationTable.All.ShouldAllBe(t => t.From != Withdrawn && t.From != Expired);

    [Theory]
    [InlineData(Published, Appearance.Text)]
    [InlineData(PublishedRedacted, Appearance.Text)]
    [InlineData(PublishedUnreviewed, Appearance.Text)]
    [InlineData(Declined, Appearance.Placeholder)]
    [InlineData(Queued, Appearance.None)]
    [InlineData(Merged, Appearance.None)]
    [InlineData(Escalated, Appearance.None)]
    [InlineData(Withdrawn, Appearance.None)]
    public void What_nobody_has_seen_before_becomes_visible_by_publication_only(SubmissionState to, Appearance after) => ModerationTable.AppearanceAfter(Publish, to, Appearance.None).ShouldBe(after);

    [Fact]
    public void What_stood_there_stays_while_a_question_is_open_unless_it_is_hidden()
    {
        ModerationTable.AppearanceAfter(Appeal, Appealed, Appearance.Text).ShouldBe(Appearance.Text);
        ModerationTable.AppearanceAfter(Escalate, Escalated, Appearance.Text).ShouldBe(Appearance.Text);
        ModerationTable.AppearanceAfter(Hide, Appealed, Appearance.Text).ShouldBe(Appearance.Placeholder);
        ModerationTable.AppearanceAfter(Hide, Queued, Appearance.Text).ShouldBe(Appearance.Placeholder);
        ModerationTable.AppearanceAfter(Withdraw, Withdrawn, Appearance.Text).ShouldBe(Appearance.Placeholder);
    }

    [Fact]
    public void Steps_of_an_appeal_are_those_that_leave_the_appealed_state_but_for_withdrawal_and_hiding() =>
        ModerationTable.All.Where(t => t.IsAppeal).ShouldBe(ModerationTable.All.Where(t => t.From == Appealed && t.Step is not (Withdraw or Hide)), ignoreOrder: true);

    [Theory]
    [InlineData(PublishedRedacted, "published-redacted")]
    [InlineData(PublishedUnreviewed, "published-unreviewed")]
    [InlineData(Queued, "queued")]
    public void States_are_spelled_as_the_API_promises(SubmissionState state, string name) => ModerationTable.Name(state).ShouldBe(name);

    [Fact]
    public void The_reasons_begin_with_those_that_the_API_promises() =>
        Reasons.All.Keys.Take(7).ShouldBe(["off-topic", "personal-data", "names-a-person", "hate-speech", "insult", "spam", "unlawful"]);
}
