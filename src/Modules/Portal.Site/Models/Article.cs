using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A piece of news.</summary>
public sealed class Article : ContentPart
{
    [Editor("Summary", "One or two sentences, under the title and in lists.", Lines = 3)]
    public TextField? Summary { get; set; }

    [Shared, Editor("Date")]
    public DateField? Date { get; set; }

    [Editor("Picture")]
    public MediaField? Picture { get; set; }
}
