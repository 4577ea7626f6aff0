using System.Runtime.InteropServices;
using Portal.CaseStudies.Models;

namespace Portal.CaseStudies.Charts;

/// <summary>A point of the drawing; whole pixels, which every culture writes alike.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spot(int X, int Y);

/// <summary>A number written beside its mark.</summary>
/// <param name="At">Where its text begins, is centred or ends: <c>start</c>, <c>middle</c> or <c>end</c> (SVG's <c>text-anchor</c>).</param>
public sealed record ChartLabel(int X, int Y, string At, decimal Value);

/// <summary>
/// Baseline, measured values and target of one indicator as a small slope chart. The scale begins at zero unless there are negative numbers, so that a slope is as steep as the change is large.
/// Marks differ in shape: a hollow circle for the baseline, filled ones for what was measured, a dashed line with a diamond for the target.
/// </summary>
public sealed record ResultChart(Spot? Baseline, IReadOnlyList<Spot> Values, Spot? Target, int ZeroY, ChartLabel? BaselineLabel, ChartLabel LatestLabel, ChartLabel? TargetLabel, DateOnly? From, DateOnly? To)
{
    public const int Width = 360, Height = 168;
    public const int Left = 18, Right = Width - 18, Top = 30, Bottom = Height - 48;

    /// <summary>Distance of a label's text line from its mark, above and below it.</summary>
    const int Above = -11, Below = 22, UnderAxis = 18;

    /// <summary>Where days stand under the drawing.</summary>
    public const int DaysY = Height - 8;

    /// <summary>The line from the baseline through all measured values.</summary>
    public string Line => string.Join(' ', (Baseline is { } first ? Values.Prepend(first) : Values).Select(s => FormattableString.Invariant($"{s.X},{s.Y}")));

    /// <returns>Null where there is nothing to compare: no measured value, or neither baseline, target nor an earlier value.</returns>
    public static ResultChart? Of(IndicatorFigures figures)
    {
        if (figures.Latest is not { } latest || (figures.Baseline is null && figures.Target is null && figures.Values.Count < 2)) return null;

        var scale = new Scale(figures);
        Spot? baseline = figures.Baseline is { } start ? new(scale.X(start.Day, Left), scale.Y(start.Value)) : null;
        Spot? target = figures.Target is { } aim ? new(scale.X(aim.Day, Right), scale.Y(aim.Value)) : null;
        Spot[] values = [.. figures.Values.Select(v => new Spot(scale.X(v.Day, Right), scale.Y(v.Value)))];

        // Labels of the latest value and of the target stand on opposite sides, so that they never meet however close the numbers are.
        var latestIsLow = figures.Target is null ? figures.Baseline?.Value > latest.Value : latest.Value < figures.Target.Value;
        return new(
            baseline, values, target, scale.Y(0),
            baseline is { } b ? Label(b, isBelow: figures.Values[0].Value > figures.Baseline!.Value, figures.Baseline.Value) : null,
            Label(values[^1], latestIsLow, latest.Value),
            target is { } t ? Label(t, !latestIsLow, figures.Target!.Value) : null,
            scale.First, scale.Last);

        ChartLabel Label(Spot mark, bool isBelow, decimal value)
        {
            var (y, zero) = (mark.Y + (isBelow ? Below : Above), scale.Y(0));
            // A text line that would cross the axis stands under it.
            return new(mark.X, isBelow && y > zero - 2 && y < zero + UnderAxis ? zero + UnderAxis : y, Anchor(mark.X), value);
        }
    }

    /// <summary>Labels near an edge grow inwards.</summary>
    static string Anchor(int x) => x < Left + 40 ? "start" : x > Right - 40 ? "end" : "middle";

    /// <summary>Days to the right, numbers upwards.</summary>
    sealed class Scale
    {
        readonly decimal lowest, highest;

        public Scale(IndicatorFigures figures)
        {
            Measurement[] all = [.. new[] { figures.Baseline, figures.Target }.OfType<Measurement>(), .. figures.Values];
            (lowest, highest) = (Math.Min(0, all.Min(m => m.Value)), Math.Max(0, all.Max(m => m.Value)));
            if (lowest == highest) highest = 1;
            (First, Last) = (all.Min(m => m.Day), all.Max(m => m.Day));
        }

        public DateOnly? First { get; }
        public DateOnly? Last { get; }

        /// <param name="unknown">Where a number without a day stands.</param>
        public int X(DateOnly? day, int unknown)
        {
            if (day is not { } on || First is not { } first || Last is not { } last) return unknown;
            return first == last ? unknown : Left + (int)Math.Round((Right - Left) * (double)(on.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber));
        }

        public int Y(decimal value) => Bottom - (int)Math.Round((Bottom - Top) * (value - lowest) / (highest - lowest));
    }
}
