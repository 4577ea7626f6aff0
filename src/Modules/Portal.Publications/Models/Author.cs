using Portal.Cms.Content;

namespace Portal.Publications.Models;

/// <summary>A person or an organisation that wrote the text; contained in the bag <c>Authors</c>.</summary>
public sealed class Author : ContentPart
{
    [Editor("Name")]
    public TextField? Name { get; set; }

    [Editor("Affiliation")]
    public TextField? Affiliation { get; set; }
}
