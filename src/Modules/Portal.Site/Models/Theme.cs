using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A term of the taxonomy of themes: one set, a name per culture.</summary>
public sealed class Theme : ContentPart
{
    /// <summary>Its place among the themes.</summary>
    [Shared, Editor("Place among the themes", "A number; the smallest comes first.")]
    public NumericField? Order { get; set; }
}
