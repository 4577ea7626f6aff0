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

/// <summary>A name by which programs find the item.</summary>
public sealed class AliasPart : ContentPart
{
    [Editor("Alias", "A name by which programs find the item.")]
    public string? Alias { get; set; }
}

/// <summary>A text that somebody wrote as HTML elsewhere: kept as it came, cleaned whenever it is shown.</summary>
public sealed class HtmlBodyPart : ContentPart
{
    [Editor("Text in HTML", "Only harmless elements are shown: paragraphs, headings, lists, tables, links, pictures.", Lines = 18)]
    public string? Html { get; set; }
}

/// <summary>What search engines and previews show instead of title and summary.</summary>
public sealed class SeoMetaPart : ContentPart
{
    [Editor("Title for search engines", "Left empty, it is the title.", "Search engines and previews")]
    public string? PageTitle { get; set; }

    [Editor("Description for search engines", "One or two sentences. Left empty, it is the summary.", "Search engines and previews", Lines = 3)]
    public string? MetaDescription { get; set; }

    /// <summary>As in a robots meta tag, such as <c>noindex</c>.</summary>
    [Editor("Instructions to search engines", "Such as noindex. Left empty: the page may be found.", "Search engines and previews")]
    public string? MetaRobots { get; set; }
}

/// <summary>Owner and dates of an item; they stand in its header.</summary>
public sealed class CommonPart : ContentPart;

/// <summary>Says that the item has children: items of their own that name it in their <see cref="ContainedPart"/>.</summary>
public sealed class ListPart : ContentPart;

/// <summary>The item that this one belongs to.</summary>
public sealed class ContainedPart : ContentPart
{
    public string? ListContentItemId { get; set; }
    public string? ListContentType { get; set; }
    public int Order { get; set; }
}

/// <summary>Widgets in a row, as Orchard Core's page builder makes them: kept, and shown one below the other.</summary>
public sealed class FlowPart : ContentPart
{
    public List<JsonObject> Widgets { get; set; } = [];
}

/// <summary>A part that no class knows: it consists of the fields that its stored definition gives it.</summary>
public sealed class StoredPart : ContentPart;

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

/// <summary>A term among the other terms of its taxonomy; the same in every culture.</summary>
public sealed class TermPart : ContentPart
{
    /// <summary>The term that this one is part of: what is about the part is gathered with the whole. A term that is part of another has no parts of its own.</summary>
    [Shared, Editor("Part of", "A wider term: its pages and filters gather what is about this one."), Picks("Theme", "Municipality")]
    public LocalizationSetContentPickerField? Parent { get; set; }

    /// <summary>Nobody points to it anew; what points to it already stays.</summary>
    [Shared, Editor("Retired: no longer offered for new texts")]
    public BooleanField? IsRetired { get; set; }

    [JsonIgnore]
    public string? ParentSet => Parent?.LocalizationSets.FirstOrDefault();
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

/// <summary>Orchard Core's part that says when an item is to be published. Read from recipes; what is scheduled here stands in <see cref="ContentSchedule"/>.</summary>
public sealed class PublishLaterPart : ContentPart
{
    /// <summary>UTC.</summary>
    public DateTime? ScheduledPublishUtc { get; set; }
}

/// <summary>Orchard Core's part that says when an item is to be taken off the public pages. Read from recipes; what is scheduled here stands in <see cref="ContentSchedule"/>.</summary>
public sealed class ArchiveLaterPart : ContentPart
{
    /// <summary>UTC.</summary>
    public DateTime? ScheduledArchiveUtc { get; set; }
}
