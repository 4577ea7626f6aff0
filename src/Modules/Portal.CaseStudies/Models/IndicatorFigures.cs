namespace Portal.CaseStudies.Models;

/// <summary>Which way an indicator has gone from where it began, seen from its target.</summary>
public enum Progress { Unknown, Reached, OnTheWay, Unchanged, FurtherAway }

/// <summary>The numbers of one indicator in time: where it stood, what was measured since (in order of days), where it was to come.</summary>
public sealed record IndicatorFigures(Measurement? Baseline, IReadOnlyList<Measurement> Values, Measurement? Target)
{
    public static IndicatorFigures Of(Indicator indicator)
    {
        var values = new List<Measurement>();
        foreach (var line in indicator.Values?.Values ?? [])
        {
            if (Measurement.TryParse(line, out var measured)) values.Add(measured);
        }

        return new(
            indicator.Baseline?.Value is { } baseline ? new(indicator.BaselineDate?.Day, baseline) : null, [.. values.OrderBy(v => v.Day)],
            indicator.Target?.Value is { } target ? new(indicator.TargetDate?.Day, target) : null);
    }

    public Measurement? Latest => Values.Count > 0 ? Values[^1] : null;

    public Progress Progress
    {
        get
        {
            if (Latest is not { Value: var latest } || Target is not { Value: var target }) return Progress.Unknown;
            if (Baseline is not { Value: var baseline }) return latest == target ? Progress.Reached : Progress.Unknown;

            var (wanted, gone) = (target - baseline, latest - baseline);
            if (Math.Sign(wanted) * gone >= Math.Abs(wanted)) return Progress.Reached;
            return gone == 0 ? Progress.Unchanged : Math.Sign(gone) == Math.Sign(wanted) ? Progress.OnTheWay : Progress.FurtherAway;
        }
    }

    /// <summary>How much of the way from baseline to target has been gone, in whole percent, rounded down; only where it is <see cref="Progress.OnTheWay"/>.</summary>
    public int PercentOfTheWay => Progress == Progress.OnTheWay ? (int)((Latest!.Value - Baseline!.Value) * 100 / (Target!.Value - Baseline.Value)) : 0;
}
