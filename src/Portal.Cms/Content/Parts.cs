using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Cms.Content;

/// <summary>A part of a content item. Properties are fields or plain values; members we do not know (fields added by administrators, imported ones) are kept.</summary>
public abstract class ContentPart
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Marks a field that all cultures of a localization set share.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SharedAttribute : Attribute;

public sealed class TitlePart : ContentPart
{
    [Editor("Title", Required = true)]
    public string? Title { get; set; }
}

/// <summary>The item's address. In JSON the path begins with the culture, so that it is unique on an Orchard Core site too.</summary>
public sealed class AutoroutePart : ContentPart
{
    [Editor("Address", "Lower-case letters, digits and hyphens. Left empty, it is made from the title. An old address leads to the new one.")]
    public string? Path { get; set; }
}

public sealed class LocalizationPart : ContentPart
{
    public string? LocalizationSet { get; set; }
    public string? Culture { get; set; }
}

public sealed class MarkdownBodyPart : ContentPart
{
    [Editor("Text", "Markdown: ## for headings, - for lists, [words](address) for links.", Lines = 18)]
    public string? Markdown { get; set; }
}

/// <summary>The organisation that an item belongs to; decides which member editors may write it.</summary>
public sealed class OrganisationPart : ContentPart
{
    [Shared, Editor("Organisation"), Picks("Organisation")]
    public LocalizationSetContentPickerField? Organisation { get; set; }

    [JsonIgnore]
    public string? Set => Organisation?.LocalizationSets.FirstOrDefault();
}

/// <summary>What an item is about and where: sets of themes and municipalities, the same in every culture.</summary>
public sealed class TopicsPart : ContentPart
{
    [Shared, Editor("Themes"), Picks("Theme", Many = true)]
    public LocalizationSetContentPickerField? Themes { get; set; }

    [Shared, Editor("Municipalities"), Picks("Municipality", Many = true)]
    public LocalizationSetContentPickerField? Municipalities { get; set; }
}

/// <summary>Items inside an item. They have no life of their own: they version with their parent.</summary>
public sealed class BagPart : ContentPart
{
    public List<JsonObject> ContentItems { get; set; } = [];

    /// <summary>The contained items as documents, with their ids.</summary>
    [JsonIgnore]
    public IEnumerable<(string Id, ContentDocument Document)> Items =>
        ContentItems.Select(item => ((string?)item["ContentItemId"] ?? "", new ContentDocument(item)));
}
