using Portal.Cms.Content;

namespace Portal.Publications.Models;

/// <summary>A series in which publications appear with numbers. What it is about stands in its body.</summary>
public sealed class Series : ContentPart
{
    [Shared, Editor("ISSN")]
    public TextField? Issn { get; set; }
}
