using Portal.Cms.Content;

namespace Portal.CaseStudies.Models;

/// <summary>What was done in one place, by the five steps of community security, what came of it, and what others can take from it.</summary>
public sealed class CaseStudy : ContentPart
{
    public TextField? Summary { get; set; }
    public MarkdownField? Problem { get; set; }
    public MarkdownField? Context { get; set; }
    /// <summary>Who worked together, in words; many of them have no page.</summary>
    public TextField? Partners { get; set; }

    [Shared] public DateField? Started { get; set; }
    [Shared] public DateField? Ended { get; set; }

    /// <summary>In euro, all together.</summary>
    [Shared] public NumericField? Budget { get; set; }
    /// <summary>In euro: the part of the budget that was found locally.</summary>
    [Shared] public NumericField? MatchFunding { get; set; }
    public TextField? FundedBy { get; set; }
    /// <summary>One of <see cref="CostBands"/>.</summary>
    [Shared] public TextField? CostBand { get; set; }
    /// <summary>One of <see cref="EvidenceStrengths"/>.</summary>
    [Shared] public TextField? EvidenceStrength { get; set; }

    public MarkdownField? Prepare { get; set; }
    public MarkdownField? Identify { get; set; }
    public MarkdownField? Plan { get; set; }
    public MarkdownField? Implement { get; set; }
    public MarkdownField? Evaluate { get; set; }

    public MarkdownField? DidNotWork { get; set; }
    public MarkdownField? Transferability { get; set; }
    public MarkdownField? Sources { get; set; }
    public MediaField? Photos { get; set; }

    /// <summary>Names of the bags: the results chain, its indicators, and quotes.</summary>
    public const string Results = "Results", Indicators = "Indicators", Quotes = "Quotes";
}
