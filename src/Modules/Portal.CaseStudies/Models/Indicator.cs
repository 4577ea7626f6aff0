using Portal.Cms.Content;

namespace Portal.CaseStudies.Models;

/// <summary>What was measured to see whether a result was reached; its name is the contained item's title.</summary>
public sealed class Indicator : ContentPart
{
    /// <summary>One of <see cref="ResultLevels"/>.</summary>
    [Editor("Level", Choices = typeof(ResultLevels))]
    public TextField? Level { get; set; }

    [Editor("Unit")]
    public TextField? Unit { get; set; }

    [Editor("Value before")]
    public NumericField? Baseline { get; set; }

    [Editor("Measured on")]
    public DateField? BaselineDate { get; set; }

    [Editor("Value aimed for")]
    public NumericField? Target { get; set; }

    [Editor("Aimed for by")]
    public DateField? TargetDate { get; set; }

    /// <summary>Measured values, one per line: the day and the number with a point, <c>2011-12-31 53.8</c>.</summary>
    [Editor("Measured values", "One per line: the day and the number, such as 2011-12-31 53.8.", Lines = 4)]
    public MultiTextField? Values { get; set; }

    [Editor("Source")]
    public TextField? Source { get; set; }
}
