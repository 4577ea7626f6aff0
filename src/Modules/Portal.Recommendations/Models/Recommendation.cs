using Portal.Cms.Content;

namespace Portal.Recommendations.Models;

/// <summary>One sentence (the item's title) that asks institutions for one thing. Where it stands is not in here but in the events that are recorded about it.</summary>
public sealed class Recommendation : ContentPart
{
    /// <summary>The institutions asked.</summary>
    [Shared, Editor("Whom it asks"), Picks("Organisation", Many = true)]
    public LocalizationSetContentPickerField? Addressees { get; set; }

    /// <summary>The analysis, consultation, debate or case study that it comes from.</summary>
    [Shared, Editor("What it comes from"), Picks("PolicyAnalysis", "Consultation", "Debate", "CaseStudy")]
    public LocalizationSetContentPickerField? Source { get; set; }

    [Shared, Editor("Issued on")]
    public DateField? Issued { get; set; }

    /// <summary>The day by which it should be carried out.</summary>
    [Shared, Editor("Due by")]
    public DateField? Due { get; set; }
}
