using Portal.Cms.Content;

namespace Portal.CaseStudies.Models;

/// <summary>What was measured to see whether a result was reached; its name is the contained item's title.</summary>
public sealed class Indicator : ContentPart
{
    /// <summary>One of <see cref="ResultLevels"/>.</summary>
    public TextField? Level { get; set; }
    public TextField? Unit { get; set; }
    public NumericField? Baseline { get; set; }
    public DateField? BaselineDate { get; set; }
    public NumericField? Target { get; set; }
    public DateField? TargetDate { get; set; }
    /// <summary>Measured values, one per line: the day and the number with a point, <c>2011-12-31 53.8</c>.</summary>
    public MultiTextField? Values { get; set; }
    public TextField? Source { get; set; }
}
