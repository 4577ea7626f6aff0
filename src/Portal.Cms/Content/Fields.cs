using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Cms.Content;

/// <summary>A field of a part; its JSON is that of Orchard Core's field of the same name. Members we do not know are kept.</summary>
public abstract class ContentField
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class TextField : ContentField
{
    public string? Text { get; set; }

    public static implicit operator TextField(string? text) => new() { Text = text };
}

public sealed class MarkdownField : ContentField
{
    public string? Markdown { get; set; }
}

public sealed class BooleanField : ContentField
{
    public bool Value { get; set; }
}

public sealed class NumericField : ContentField
{
    public decimal? Value { get; set; }
}

/// <summary>A day without a time.</summary>
public sealed class DateField : ContentField
{
    public DateTime? Value { get; set; }

    [JsonIgnore]
    public DateOnly? Day => Value is { } value ? DateOnly.FromDateTime(value) : null;
}

/// <summary>A time on a wall clock. Which instant it is follows from the item's time zone; a value that ends in <c>Z</c> is UTC already.</summary>
public sealed class DateTimeField : ContentField
{
    public DateTime? Value { get; set; }

    /// <returns>The instant, in UTC.</returns>
    /// <param name="zone">IANA zone in which the wall clock hangs.</param>
    public DateTime? InstantIn(string zone) => Value switch
    {
        null => null,
        { Kind: DateTimeKind.Utc } utc => utc,
        { } wall => Localization.Dates.ToUtc(wall, zone),
    };
}

public sealed class LinkField : ContentField
{
    public string? Url { get; set; }
    public string? Text { get; set; }
    public string? Target { get; set; }
}

public sealed class MultiTextField : ContentField
{
    public List<string> Values { get; set; } = [];
}

public sealed class MediaField : ContentField
{
    public List<string> Paths { get; set; } = [];
    public List<string> MediaTexts { get; set; } = [];
}

/// <summary>Points to other items whatever the culture: holds localization sets.</summary>
public sealed class LocalizationSetContentPickerField : ContentField
{
    public List<string> LocalizationSets { get; set; } = [];
}

/// <summary>A place on the map, in degrees of WGS 84.</summary>
public sealed class GeoPointField : ContentField
{
    public decimal? Latitude { get; set; }
    public decimal? Longitude { get; set; }
}
