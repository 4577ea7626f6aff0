using Portal.Recommendations.Models;

namespace Portal.UnitTests.Recommendations;

public class DeadlinesTests
{
    static readonly DateOnly Issued = new(2026, 1, 30);

    [Theory]
    [InlineData("2026-01-30", false)]
    [InlineData("2026-02-28", false)]
    // The thirtieth day after the issue is still in time.
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2027-01-30", true)]
    public void A_reply_is_overdue_after_thirty_days(string today, bool overdue) => On(today).IsReplyOverdue(InstitutionStatus.Issued, Issued).ShouldBe(overdue);

    [Fact]
    public void A_leap_day_counts_as_a_day() => new Deadlines(new(2028, 3, 1), 30).ReplyDue(new(2028, 1, 31)).ShouldBe(new DateOnly(2028, 3, 1));

    [Fact]
    public void Whoever_has_said_anything_owes_no_reply_any_more()
    {
        foreach (var status in Enum.GetValues<InstitutionStatus>().Where(s => s != InstitutionStatus.Issued)) On("2027-01-01").IsReplyOverdue(status, Issued).ShouldBeFalse();
    }

    [Theory]
    [InlineData("issued", true)]
    [InlineData("acknowledged", true)]
    [InlineData("accepted", true)]
    [InlineData("partly-accepted", true)]
    [InlineData("in-progress", true)]
    [InlineData("implemented", false)]
    [InlineData("rejected", false)]
    [InlineData("lapsed", false)]
    public void What_is_not_carried_out_by_its_day_is_overdue_unless_it_is_settled(string key, bool overdue)
    {
        StatusWords.TryStatus(key, out var status).ShouldBeTrue();
        var due = new DateOnly(2026, 6, 1);
        On("2026-06-01").IsImplementationOverdue(status, due).ShouldBeFalse();
        On("2026-06-02").IsImplementationOverdue(status, due).ShouldBe(overdue);
        On("2026-06-02").IsImplementationOverdue(status, null).ShouldBeFalse();
    }

    [Fact]
    public void Days_are_counted_from_day_to_day_and_never_below_zero()
    {
        On("2026-02-02").DaysSince(Issued).ShouldBe(3);
        On("2026-01-01").DaysSince(Issued).ShouldBe(0);
        On("2026-01-01").DaysUntil(Issued).ShouldBe(29);
        On("2026-02-02").DaysUntil(Issued).ShouldBe(0);
    }

    static Deadlines On(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Deadlines.UsualReplyDays);
}
