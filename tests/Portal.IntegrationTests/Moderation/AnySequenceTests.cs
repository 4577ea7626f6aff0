using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Moderation;

/// <summary>Whatever moderators, readers and authors try in whatever order: the rules hold in the database.</summary>
public sealed class AnySequenceTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    sealed record Attempt(string Who, Step Step);

    static readonly Gen<Attempt[]> Attempts = Gen.ArrayOf(
        from who in Gen.Elements("arta", "mira", "admin")
        from step in Gen.Elements([.. ModerationTable.DecidingSteps, Step.Escalate, Step.Report, Step.Hide, Step.Reopen, Step.Appeal])
        select new Attempt(who, step), 15);

    [Fact]
    public async Task Nobody_decides_twice_in_one_round_nor_on_an_appeal_against_their_own_decision_nor_on_what_they_left_to_others()
    {
        var desk = new ModerationDesk(shared.Portal);
        var other = await desk.ReceiveAsync("The one that others are merged into.");
        foreach (var (sequence, i) in Attempts.Sample(25).Select((s, i) => (s, i)))
        {
            var id = await desk.ReceiveAsync($"Any sequence, number {i}, with a passage.");
            foreach (var attempt in sequence)
            {
                shared.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
                await TryAsync(desk, id, other, attempt);
            }

            await CheckAsync(id, string.Join(", ", sequence.Select(a => $"{a.Who} {a.Step}")));
        }
    }

    static async Task TryAsync(ModerationDesk desk, string id, string other, Attempt attempt)
    {
        var before = await desk.ReadAsync(id);
        switch (attempt.Step)
        {
            case Step.Appeal: if (before.Next(Step.Appeal) is not null) await desk.AppealAsync(id); return;
            case Step.Report: await desk.ReportAsync(id, "insult"); return;
            case Step.Hide: await desk.ReportAsync(id, "personal-data"); return;
            case Step.Reopen: await desk.ReopenAsync(attempt.Who, id); return;
            case Step.Escalate: await desk.EscalateAsync(attempt.Who, id); return;
            default: await desk.DecideAsync(attempt.Who, id, attempt.Step, "spam", "A note.", other, attempt.Step == Step.Redact ? [new TextSpan(0, 3)] : []); return;
        }
    }

    async Task CheckAsync(string id, string sequence)
    {
        var cancel = TestContext.Current.CancellationToken;
        var decisions = await shared.Portal.ReadAsync(db => db.SubmissionDecisions.Where(d => d.SubmissionId == id).OrderBy(d => d.Round).ToListAsync(cancel));
        var escalations = await shared.Portal.ReadAsync(db => db.SubmissionEscalations.Where(e => e.SubmissionId == id).ToListAsync(cancel));
        var now = await shared.Portal.ReadAsync(db => db.Submissions.SingleAsync(s => s.Id == id, cancel));
        decisions.Select(d => d.Round).Distinct().Count().ShouldBe(decisions.Count, sequence);
        foreach (var answer in decisions.Where(d => d.IsAnswer)) decisions.Where(d => d.Round < answer.Round).ShouldAllBe(d => d.ModeratorId != answer.ModeratorId, sequence);
        foreach (var escalation in escalations) decisions.Where(d => d.Round == escalation.Round).ShouldAllBe(d => d.ModeratorId != escalation.ById, sequence);
        decisions.Count(d => d.IsAnswer).ShouldBeLessThanOrEqualTo(1, sequence);
        (now.DecidedRound ?? -1).ShouldBe(decisions.Count == 0 ? -1 : decisions[^1].Round, sequence);
    }
}
