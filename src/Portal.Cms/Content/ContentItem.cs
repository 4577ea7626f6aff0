namespace Portal.Cms.Content;

/// <summary>The header of a content item: one item per culture, joined with its translations by <see cref="LocalizationSet"/>. Its texts are in versions.</summary>
public sealed class ContentItem
{
    /// <summary>Opaque; imported ids are kept as they are.</summary>
    public required string ContentItemId { get; init; }
    public required string ContentType { get; init; }
    /// <summary>The identity of everything that spans cultures; by default the first item's own id.</summary>
    public required string LocalizationSet { get; init; }
    /// <summary>Culture code of the text (never <c>sr-Latn</c>, which is a rendering).</summary>
    public required string Culture { get; init; }
    /// <summary>User id of the owner; null for what came with a recipe.</summary>
    public string? OwnerId { get; set; }
    /// <summary>Localization set of the organisation it belongs to.</summary>
    public string? OrganisationSet { get; set; }
    /// <summary>The newest version; null = removed.</summary>
    public string? LatestVersionId { get; set; }
    /// <summary>The version the public sees; null = not published. Publishing moves this pointer and nothing else.</summary>
    public string? PublishedVersionId { get; set; }
    /// <summary>Path below the culture, such as <c>analize/malo-oruzje</c>; unique within the culture while published.</summary>
    public string? PublishedPath { get; set; }
    public DateTime CreatedUtc { get; init; }
    public DateTime ModifiedUtc { get; set; }
    /// <summary>First publication of the text that is public now; null = not published.</summary>
    public DateTime? PublishedUtc { get; set; }
    public Guid Stamp { get; set; }
    /// <summary>User name of whoever changed it last.</summary>
    public string? ModifiedBy { get; set; }
    /// <summary>Words of the latest title in the form in which they are looked for, each between blanks: by it lists of all languages are searched and sorted. See <see cref="ContentTitles"/>.</summary>
    public string FoldedTitle { get; set; } = "";
    /// <summary>When it was put into the bin, by whom (user name), and which version was the latest then; null = it is not there.</summary>
    public DateTime? RemovedUtc { get; set; }
    public string? RemovedBy { get; set; }
    public string? RemovedVersionId { get; set; }
    /// <summary>The database works it out from the two pointers, so that it can never say anything else than they do.</summary>
    public ContentState State { get; private set; }
}

/// <summary>How an item's latest text stands to its public one.</summary>
public enum ContentState
{
    Draft,
    Published,
    /// <summary>Public, with a later text that is not.</summary>
    Changed,
    /// <summary>In the bin.</summary>
    Removed,
}

/// <summary>One state of an item's text. A published version is never changed, and nobody else's draft is: see <see cref="ContentStore.WriteDraftAsync"/>.</summary>
public sealed class ContentItemVersion
{
    public required string VersionId { get; init; }
    public required string ContentItemId { get; init; }
    /// <summary>1 for the first version of an item.</summary>
    public int Number { get; init; }
    public required string DisplayText { get; set; }
    public DateTime CreatedUtc { get; init; }
    public DateTime ModifiedUtc { get; set; }
    public DateTime? PublishedUtc { get; set; }
    /// <summary>User name of whoever wrote it.</summary>
    public string? Author { get; set; }
    /// <summary>The version of a sibling this text was translated from; null = an original.</summary>
    public string? TranslatedFromVersionId { get; set; }
    /// <summary>Parts by name, as in Orchard Core's content item JSON, without the shared fields.</summary>
    public required string Json { get; set; }
    /// <summary>What all languages shared, as drafted, when this was written; null for imported history.</summary>
    public string? SharedJson { get; set; }
    /// <summary>What its author said about it, for those who read the history; null = nothing.</summary>
    public string? Comment { get; set; }
}

/// <summary>What all cultures of a set share: dates, places, files, numbers. Drafted and published as one document.</summary>
public sealed class ContentSet
{
    public required string LocalizationSet { get; init; }
    public required string ContentType { get; init; }
    /// <summary>Parts by name with their shared fields only.</summary>
    public required string DraftJson { get; set; }
    public string? PublishedJson { get; set; }
    public Guid Stamp { get; set; }
}

/// <summary>An address an item has or had within a culture. One that is no longer the item's <see cref="ContentItem.PublishedPath"/> leads there with a 301. Also an alias: see <see cref="Aliases"/>.</summary>
public sealed class ContentPath
{
    public required string Culture { get; init; }
    public required string Path { get; init; }
    public required string ContentItemId { get; set; }
}

/// <summary>A content type or part definition that came by recipe, in Orchard Core's JSON. Code-owned parts are derived from their classes.</summary>
public sealed class StoredContentDefinition
{
    /// <summary><c>ContentType</c> or <c>ContentPart</c>.</summary>
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string Json { get; set; }
}
