using Portal.CaseStudies.Models;

namespace Portal.UnitTests.CaseStudies;

public class IndicatorFiguresTests
{
    [Theory]
    [InlineData("2011-12-31 53.8", 53.8)]
    [InlineData("  2011-12-31   -2 ", -2)]
    public void A_line_is_a_day_and_a_number_with_a_point(string line, decimal value)
    {
        Measurement.TryParse(line, out var measured).ShouldBeTrue();
        measured.ShouldBe(new Measurement(new DateOnly(2011, 12, 31), value));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("53.8"), InlineData("2011-12-31"), InlineData("2011-12-31 53,8"), InlineData("31.12.2011 53.8"), InlineData("2011-12-31 1e9"), InlineData("2011-02-30 5"), InlineData("2011-12-31 5 dogs")]
    public void Anything_else_is_not(string? line) => Measurement.TryParse(line, out _).ShouldBeFalse();

    [Fact]
    public void Values_come_in_the_order_of_their_days() =>
        IndicatorFigures.Of(new() { Values = new() { Values = ["2025-12-31 28", "2024-12-31 33", "nonsense"] } }).Values.Select(v => v.Value).ShouldBe([33, 28]);

    [Theory]
    [InlineData(41, 28, 25, Progress.OnTheWay, 81)]
    [InlineData(0, 140, 200, Progress.OnTheWay, 70)]
    [InlineData(41, 25, 25, Progress.Reached, 0)]
    [InlineData(27, 11, 12, Progress.Reached, 0)]
    [InlineData(3, 12, 10, Progress.Reached, 0)]
    [InlineData(41, 41, 25, Progress.Unchanged, 0)]
    [InlineData(41, 50, 25, Progress.FurtherAway, 0)]
    [InlineData(5, 5, 5, Progress.Reached, 0)]
    [InlineData(0, 199, 200, Progress.OnTheWay, 99)]
    public void Progress_is_seen_from_the_target_whichever_way_it_lies(int baseline, int latest, int target, Progress progress, int percent)
    {
        var figures = new IndicatorFigures(new(null, baseline), [new(null, latest)], new(null, target));
        figures.Progress.ShouldBe(progress);
        figures.PercentOfTheWay.ShouldBe(percent);
    }

    [Fact]
    public void Without_a_target_or_a_value_nothing_is_claimed()
    {
        new IndicatorFigures(new(null, 1), [new(null, 2)], null).Progress.ShouldBe(Progress.Unknown);
        new IndicatorFigures(new(null, 1), [], new(null, 2)).Progress.ShouldBe(Progress.Unknown);
        new IndicatorFigures(null, [new(null, 1)], new(null, 2)).Progress.ShouldBe(Progress.Unknown);
    }

    [Theory]
    [InlineData("under-5000", 4_999, true), InlineData("under-5000", 5_000, false), InlineData("5000-25000", 5_000, true), InlineData("5000-25000", 25_001, false)]
    [InlineData("over-100000", 100_000, false), InlineData("unknown", 7, true), InlineData("", 7, true)]
    public void A_budget_lies_in_its_band(string band, int amount, bool fits) => CostBands.Fits(band, amount).ShouldBe(fits);
}
