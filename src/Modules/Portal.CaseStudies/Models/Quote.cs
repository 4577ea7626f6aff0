using Portal.Cms.Content;

namespace Portal.CaseStudies.Models;

/// <summary>What somebody said, and who, as far as that may be known.</summary>
public sealed class Quote : ContentPart
{
    [Editor("What was said", Lines = 3)]
    public TextField? Text { get; set; }

    [Editor("Who said it", "As far as that may be known.")]
    public TextField? Attribution { get; set; }
}
