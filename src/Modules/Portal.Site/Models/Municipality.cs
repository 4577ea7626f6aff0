using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A term of the taxonomy of municipalities: one set, the official name per culture.</summary>
public sealed class Municipality : ContentPart
{
    /// <summary>XK, RS or BA.</summary>
    [Shared] public TextField? Country { get; set; }
    [Shared] public GeoPointField? Location { get; set; }
    [Shared] public NumericField? Population { get; set; }
    /// <summary>Year of the census that the population is from.</summary>
    [Shared] public NumericField? PopulationYear { get; set; }
}
