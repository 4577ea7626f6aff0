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
        (Appealed, Reverse, Published), (Appealed, Uphold, Declined), (Appealed, Redact, PublishedRedacted),
        (Published, Report, PublishedUnreviewed), (PublishedUnreviewed, Keep, Published),
        (Received, Withdraw, Withdrawn), (Queued, Withdraw, Withdrawn), (PublishedUnreviewed, Withdraw, Withdrawn), (Published, Withdraw, Withdrawn), (PublishedRedacted, Withdraw, Withdrawn),
        (Declined, Withdraw, Withdrawn), (Merged, Withdraw, Withdrawn), (Escalated, Withdraw, Withdrawn), (Appealed, Withdraw, Withdrawn),
    ];

    [Fact]
    public void The_table_has_every_transition_that_was_drawn_and_no_other() =>
        ModerationTable.All.Select(t => (t.From, t.Step, t.To)).ShouldBe(Drawn, ignoreOrder: true);

    [Fact]
    public void Every_state_can_be_reached_from_received()
    {
        var reached = new HashSet<SubmissionState> { Received };
        while (ModerationTable.All.Where(t => reached.Contains(t.From)).Select(t => t.To).Any(reached.Add)) { /* until nothing new is reached */ }
        reached.ShouldBe(Enum.GetValues<SubmissionState>(), ignoreOrder: true);
    }

    [Fact]
    public void From_one_state_a_step_leads_to_one_state_only() => ModerationTable.All.GroupBy(t => (t.From, t.Step)).ShouldAllBe(g => g.Count() == 1);

    [Fact]
    public void Nothing_happens_any_more_to_what_was_withdrawn_or_expired() => ModerationTable.All.ShouldAllBe(t => t.From != Withdrawn && t.From != Expired);

    [Fact]
    public void Only_published_states_are_public() =>
        Enum.GetValues<SubmissionState>().Where(ModerationTable.IsPublic).ShouldBe([PublishedUnreviewed, Published, PublishedRedacted], ignoreOrder: true);

    [Fact]
    public void Steps_of_an_appeal_are_those_that_leave_the_appealed_state_but_for_withdrawal() =>
        ModerationTable.All.Where(t => t.IsAppeal).ShouldBe(ModerationTable.All.Where(t => t.From == Appealed && t.Step != Withdraw), ignoreOrder: true);

    [Theory]
    [InlineData(PublishedRedacted, "published-redacted")]
    [InlineData(PublishedUnreviewed, "published-unreviewed")]
    [InlineData(Queued, "queued")]
    public void States_are_spelled_as_the_API_promises(SubmissionState state, string name) => ModerationTable.Name(state).ShouldBe(name);

    [Fact]
    public void The_reasons_begin_with_those_that_the_API_promises() =>
        Reasons.All.Keys.Take(7).ShouldBe(["off-topic", "personal-data", "names-a-person", "hate-speech", "insult", "spam", "unlawful"]);
}
