using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A piece of news.</summary>
public sealed class Article : ContentPart
{
    public TextField? Summary { get; set; }
    [Shared] public DateField? Date { get; set; }
    public MediaField? Picture { get; set; }
}
