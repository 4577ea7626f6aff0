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

/// <summary>HTML that somebody wrote elsewhere: kept as it came, cleaned whenever it is shown.</summary>
public sealed class HtmlField : ContentField
{
    public string? Html { get; set; }
}

/// <summary>A time of day without a day.</summary>
public sealed class TimeField : ContentField
{
    public TimeSpan? Value { get; set; }
}

/// <summary>Points to single items, each in one culture. What spans cultures is a <see cref="LocalizationSetContentPickerField"/>.</summary>
public sealed class ContentPickerField : ContentField
{
    public List<string> ContentItemIds { get; set; } = [];
}

/// <summary>Terms of an Orchard Core taxonomy, by the ids they have inside its item.</summary>
public sealed class TaxonomyField : ContentField
{
    public string? TaxonomyContentItemId { get; set; }
    public List<string> TermContentItemIds { get; set; } = [];
    public List<string>? TagNames { get; set; }
}

public sealed class UserPickerField : ContentField
{
    public List<string> UserIds { get; set; } = [];
    public List<string>? UserNames { get; set; }
}

/// <summary>A film elsewhere. Pages show a link: an embedded player would tell a third party who reads here.</summary>
public sealed class YoutubeField : ContentField
{
    public string? EmbeddedAddress { get; set; }
    public string? RawAddress { get; set; }
}
