using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A term of the taxonomy of municipalities: one set, the official name per culture.</summary>
public sealed class Municipality : ContentPart
{
    /// <summary>XK, RS or BA.</summary>
    [Shared, Editor("Country", Choices = typeof(Countries))]
    public TextField? Country { get; set; }

    [Shared, Editor("Place on the map", "In degrees, north and east.")]
    public GeoPointField? Location { get; set; }

    [Shared, Editor("Population")]
    public NumericField? Population { get; set; }

    /// <summary>Year of the census that the population is from.</summary>
    [Shared, Editor("Year of the census")]
    public NumericField? PopulationYear { get; set; }
}
