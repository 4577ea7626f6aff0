using System.Globalization;

namespace Portal.CaseStudies.Models;

/// <summary>A number of an indicator.</summary>
/// <param name="Day">The day it holds for, where that is known.</param>
public sealed record Measurement(DateOnly? Day, decimal Value)
{
    /// <param name="line">The day and the number with a point: <c>2011-12-31 53.8</c>.</param>
    public static bool TryParse(string? line, out Measurement measurement)
    {
        measurement = new(null, 0);
        if (line?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var day, var number]
            || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            || !decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return false;

        measurement = new(on, value);
        return true;
    }
}
