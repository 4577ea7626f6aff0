using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A page of the site's own: who runs it, how to complain.</summary>
public sealed class Page : ContentPart
{
    /// <summary>One sentence under the title, and in previews.</summary>
    [Editor("Summary", "One or two sentences, under the title and in lists.", Lines = 3)]
    public TextField? Summary { get; set; }
}
