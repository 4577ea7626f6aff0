using Portal.Cms.Content;

namespace Portal.CaseStudies.Models;

/// <summary>What somebody said, and who, as far as that may be known.</summary>
public sealed class Quote : ContentPart
{
    public TextField? Text { get; set; }
    public TextField? Attribution { get; set; }
}
