using System.Globalization;
using Portal.CaseStudies.Charts;
using Portal.CaseStudies.Models;

namespace Portal.UnitTests.CaseStudies;

public class ResultChartTests
{
    static Measurement At(string day, decimal value) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), value);

    static readonly IndicatorFigures Bites = new(At("2023-12-31", 41), [At("2024-12-31", 33), At("2025-12-31", 28)], At("2025-12-31", 25));

    [Fact]
    public void Time_goes_to_the_right_and_numbers_upwards_from_zero()
    {
        var chart = ResultChart.Of(Bites)!;

        chart.Baseline!.Value.X.ShouldBe(ResultChart.Left);
        chart.Values[^1].X.ShouldBe(ResultChart.Right);
        chart.Values[0].X.ShouldBeInRange(ResultChart.Width / 2 - 2, ResultChart.Width / 2 + 2);
        chart.ZeroY.ShouldBe(ResultChart.Bottom);
        chart.Baseline.Value.Y.ShouldBe(ResultChart.Top);
        chart.Baseline.Value.Y.ShouldBeLessThan(chart.Values[0].Y);
        chart.Values[1].Y.ShouldBeLessThan(chart.Target!.Value.Y);
    }

    [Fact]
    public void The_line_leads_from_the_baseline_through_everything_measured() => ResultChart.Of(Bites)!.Line.Split(' ').Length.ShouldBe(3);

    [Theory]
    [InlineData(57, 60), InlineData(60, 57), InlineData(60, 60), InlineData(0, 100), InlineData(100, 0)]
    public void Labels_of_the_latest_value_and_of_the_target_never_meet(int latest, int target)
    {
        var chart = ResultChart.Of(new(At("2024-12-31", 30), [At("2025-12-31", latest)], At("2025-12-31", target)))!;
        Math.Abs(chart.LatestLabel.Y - chart.TargetLabel!.Y).ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(0, 100, 50), InlineData(100, 0, 50), InlineData(-20, 20, 5), InlineData(0, 0, 0), InlineData(5, 5, 5)]
    public void Everything_stays_inside_the_drawing(int baseline, int latest, int target)
    {
        var chart = ResultChart.Of(new(At("2024-12-31", baseline), [At("2025-12-31", latest)], At("2026-12-31", target)))!;

        foreach (var spot in chart.Values.Append(chart.Baseline!.Value).Append(chart.Target!.Value))
        {
            spot.X.ShouldBeInRange(ResultChart.Left, ResultChart.Right);
            spot.Y.ShouldBeInRange(ResultChart.Top, ResultChart.Bottom);
        }

        foreach (var label in new[] { chart.BaselineLabel!, chart.LatestLabel, chart.TargetLabel! }) label.Y.ShouldBeInRange(12, ResultChart.DaysY - 14);
    }

    [Fact]
    public void Without_days_the_baseline_stands_left_and_the_rest_right()
    {
        var chart = ResultChart.Of(new(new(null, 10), [At("2025-12-31", 20)], new(null, 30)))!;
        (chart.Baseline!.Value.X, chart.Values[0].X, chart.Target!.Value.X).ShouldBe((ResultChart.Left, ResultChart.Right, ResultChart.Right));
    }

    [Fact]
    public void One_number_alone_is_not_drawn()
    {
        ResultChart.Of(new(null, [At("2025-12-31", 4)], null)).ShouldBeNull();
        ResultChart.Of(new(At("2025-12-31", 4), [], At("2026-12-31", 9))).ShouldBeNull();
    }
}
