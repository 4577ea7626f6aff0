using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>Something that happened, on the timeline.</summary>
public sealed class TimelineEntry : ContentPart
{
    [Shared] public DateField? Date { get; set; }

    /// <summary>How much of the date is known: <c>day</c>, <c>month</c> or <c>year</c>.</summary>
    [Shared] public TextField? Precision { get; set; }

    /// <summary>The item that it tells of.</summary>
    [Shared] public LocalizationSetContentPickerField? Item { get; set; }
}
