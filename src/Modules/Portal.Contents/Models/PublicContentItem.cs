using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Contents.Models;

/// <summary>A published content item as programs see it.</summary>
public record PublicContentItem
{
    public required string ContentItemId { get; init; }
    /// <summary>The identity that all cultures of the item share.</summary>
    public required string LocalizationSet { get; init; }
    public required string ContentType { get; init; }
    public required string DisplayText { get; init; }
    public required string Culture { get; init; }
    /// <summary>Address of the page, from the root.</summary>
    public required string Path { get; init; }
    public required DateTime? PublishedUtc { get; init; }
    /// <summary>Where a process stands now, for types that have phases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phase { get; init; }
}

/// <summary>A published content item with its parts.</summary>
public sealed record PublicContentDocument : PublicContentItem
{
    /// <summary>Parts by name, shared fields included, as written; <c>sr-Latn</c> is not applied to them.</summary>
    [JsonPropertyOrder(1)]
    public required JsonObject Parts { get; init; }
}

/// <summary>One page of a list.</summary>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Total">How many items there are on all pages.</param>
public sealed record ContentList(IReadOnlyList<PublicContentItem> Items, int Page, int PageSize, int Total);
