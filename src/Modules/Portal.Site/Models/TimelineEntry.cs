using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>Something that happened, on the timeline.</summary>
public sealed class TimelineEntry : ContentPart
{
    [Shared, Editor("Date")]
    public DateField? Date { get; set; }

    /// <summary>How much of the date is known: <c>day</c>, <c>month</c> or <c>year</c>.</summary>
    [Shared, Editor("How much of the date is known", Choices = typeof(DatePrecisions))]
    public TextField? Precision { get; set; }

    /// <summary>The item that it tells of.</summary>
    [Shared, Editor("What it tells of"), Picks("PolicyAnalysis", "Article", "Debate", "Consultation", "CaseStudy", "Recommendation", "Organisation", "Page")]
    public LocalizationSetContentPickerField? Item { get; set; }
}
