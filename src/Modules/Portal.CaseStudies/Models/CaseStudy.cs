using Portal.Cms.Content;

namespace Portal.CaseStudies.Models;

/// <summary>What was done in one place, by the five steps of community security, what came of it, and what others can take from it.</summary>
public sealed class CaseStudy : ContentPart
{
    [Editor("Summary", "One or two sentences, under the title and in lists.", Lines = 3)]
    public TextField? Summary { get; set; }

    [Editor("The problem", Lines = 6)]
    public MarkdownField? Problem { get; set; }

    [Editor("The place and the time", Lines = 6)]
    public MarkdownField? Context { get; set; }

    /// <summary>Who worked together, in words; many of them have no page.</summary>
    [Editor("Who worked together", Lines = 2)]
    public TextField? Partners { get; set; }

    [Shared, Editor("First day")]
    public DateField? Started { get; set; }

    [Shared, Editor("Last day")]
    public DateField? Ended { get; set; }

    /// <summary>In euro, all together.</summary>
    [Shared, Editor("Budget in euro")]
    public NumericField? Budget { get; set; }

    /// <summary>In euro: the part of the budget that was found locally.</summary>
    [Shared, Editor("Found locally in euro", "The part of the budget that came from the place itself.")]
    public NumericField? MatchFunding { get; set; }

    [Editor("Who paid", Lines = 2)]
    public TextField? FundedBy { get; set; }

    /// <summary>One of <see cref="CostBands"/>.</summary>
    [Shared, Editor("Cost band", Choices = typeof(CostBands))]
    public TextField? CostBand { get; set; }

    /// <summary>One of <see cref="EvidenceStrengths"/>.</summary>
    [Shared, Editor("Strength of the evidence", Choices = typeof(EvidenceStrengths))]
    public TextField? EvidenceStrength { get; set; }

    [Editor("Prepare and analyse", Lines = 6)]
    public MarkdownField? Prepare { get; set; }

    [Editor("Identify and prioritise", Lines = 6)]
    public MarkdownField? Identify { get; set; }

    [Editor("Plan", Lines = 6)]
    public MarkdownField? Plan { get; set; }

    [Editor("Implement and monitor", Lines = 6)]
    public MarkdownField? Implement { get; set; }

    [Editor("Evaluate and learn", Lines = 6)]
    public MarkdownField? Evaluate { get; set; }

    [Editor("What did not work", Lines = 6)]
    public MarkdownField? DidNotWork { get; set; }

    [Editor("What other places can take from it", Lines = 6)]
    public MarkdownField? Transferability { get; set; }

    [Editor("Sources", Lines = 6)]
    public MarkdownField? Sources { get; set; }

    [Editor("Photos")]
    public MediaField? Photos { get; set; }

    /// <summary>Names of the bags: the results chain, its indicators, and quotes.</summary>
    public const string Results = "Results", Indicators = "Indicators", Quotes = "Quotes";
}
