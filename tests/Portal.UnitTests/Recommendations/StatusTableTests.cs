using Portal.Recommendations.Models;

namespace Portal.UnitTests.Recommendations;

public class StatusTableTests
{
    static readonly InstitutionStatus[] All = Enum.GetValues<InstitutionStatus>();

    [Theory]
    [InlineData("issued", "acknowledged accepted partly-accepted rejected lapsed")]
    [InlineData("acknowledged", "accepted partly-accepted rejected lapsed")]
    [InlineData("accepted", "partly-accepted rejected in-progress implemented lapsed")]
    [InlineData("partly-accepted", "accepted rejected in-progress implemented lapsed")]
    [InlineData("rejected", "accepted partly-accepted lapsed")]
    [InlineData("in-progress", "in-progress implemented rejected lapsed")]
    [InlineData("implemented", "in-progress")]
    [InlineData("lapsed", "")]
    public void An_institution_may_say_next(string status, string next) =>
        string.Join(' ', StatusTable.After(Status(status)).Select(StatusWords.Key).Order(StringComparer.Ordinal)).ShouldBe(string.Join(' ', next.Split(' ').Order(StringComparer.Ordinal)));

    [Fact]
    public void Nothing_is_in_progress_or_carried_out_before_it_was_accepted()
    {
        foreach (var status in All.Where(s => StatusTable.After(s).Intersect([InstitutionStatus.InProgress, InstitutionStatus.Implemented]).Any()))
            status.ShouldBeOneOf(InstitutionStatus.Accepted, InstitutionStatus.PartlyAccepted, InstitutionStatus.InProgress, InstitutionStatus.Implemented);
    }

    [Fact]
    public void Nobody_comes_back_to_having_said_nothing() => All.SelectMany(StatusTable.After).ShouldNotContain(InstitutionStatus.Issued);

    [Fact]
    public void Every_status_can_be_reached()
    {
        var reached = new HashSet<InstitutionStatus> { InstitutionStatus.Issued };
        while (reached.SelectMany(StatusTable.After).Any(s => !reached.Contains(s))) reached.UnionWith(reached.SelectMany(StatusTable.After).ToList());
        reached.ShouldBe(All, ignoreOrder: true);
    }

    [Fact]
    public void Whatever_an_institution_says_can_be_judged_and_silence_cannot() => All.Where(s => !StatusTable.MayBeJudged(s)).ShouldBe([InstitutionStatus.Issued]);

    [Fact]
    public void Every_status_and_verdict_has_a_key_of_its_own_that_leads_back()
    {
        foreach (var status in All)
        {
            StatusWords.TryStatus(StatusWords.Key(status), out var same).ShouldBeTrue();
            same.ShouldBe(status);
        }

        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            StatusWords.TryVerdict(StatusWords.Key(verdict), out var same).ShouldBeTrue();
            same.ShouldBe(verdict);
        }

        StatusWords.TryStatus("Accepted", out _).ShouldBeFalse();
        StatusWords.TryStatus(null, out _).ShouldBeFalse();
    }

    static InstitutionStatus Status(string key) => StatusWords.TryStatus(key, out var status) ? status : throw new ArgumentException(key, nameof(key));
}
