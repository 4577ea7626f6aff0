using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Cms.Content.Indexing;

/// <summary>What lists, feeds and other pages show of a published item: one row per item, for every type that has lists. Read by queries that must not open JSON.</summary>
public sealed class ContentItemIndex
{
    public required string ContentItemId { get; init; }
    public required string LocalizationSet { get; init; }
    public required string Culture { get; init; }
    public required string ContentType { get; init; }
    public string Title { get; set; } = "";
    /// <summary>What people call it for short; empty where that is the title.</summary>
    public string ShortTitle { get; set; } = "";
    public string Summary { get; set; } = "";
    /// <summary>The same in Latin letters, of a Serbian text in which an editor has corrected them; empty where transliteration serves.</summary>
    public string LatinTitle { get; set; } = "";
    public string LatinShortTitle { get; set; } = "";
    public string LatinSummary { get; set; } = "";
    /// <summary>Path below the culture.</summary>
    public string Path { get; set; } = "";
    /// <summary>Key of its kind within the type; empty where the type has none.</summary>
    public string Kind { get; set; } = "";
    /// <summary>Key on the type's second scale (what something cost); empty where the type has none.</summary>
    public string Band { get; set; } = "";
    /// <summary>The day it carries.</summary>
    public DateOnly Day { get; set; }
    public int Year { get; set; }
    /// <summary>When what it tells of begins and ends (UTC), for types that happen in time.</summary>
    public DateTime? StartsUtc { get; set; }
    public DateTime? EndsUtc { get; set; }
    /// <summary>Not shown before this instant (UTC); null = at once.</summary>
    public DateTime? ListedUtc { get; set; }
    public string? OrganisationSet { get; set; }
    public DateTime PublishedUtc { get; set; }
    public DateTime ModifiedUtc { get; set; }
    /// <summary>Puts titles in the order of their culture, and of its Latin rendering (empty where it has none).</summary>
    public byte[] SortKey { get; set; } = [];
    public byte[] LatinSortKey { get; set; } = [];
}

/// <summary>One set points to another through a picker field: an analysis to its themes, a recommendation to whom it asks.</summary>
public sealed class ContentReference
{
    public required string LocalizationSet { get; init; }
    /// <summary>Part and field, as in <c>TopicsPart.Themes</c>.</summary>
    public required string Field { get; init; }
    public required string Target { get; init; }
}

sealed class ContentItemIndexTable : IEntityTypeConfiguration<ContentItemIndex>
{
    public void Configure(EntityTypeBuilder<ContentItemIndex> table)
    {
        table.ToTable("ContentItemIndex").HasKey(i => i.ContentItemId);
        table.HasIndex(i => new { i.LocalizationSet, i.Culture }).IsUnique();
        table.HasIndex(i => new { i.ContentType, i.Culture, i.Day });
        table.HasIndex(i => new { i.ContentType, i.Culture, i.Kind });
        table.HasIndex(i => new { i.ContentType, i.Culture, i.PublishedUtc, i.ContentItemId });
        table.HasIndex(i => i.ListedUtc);
        table.HasIndex(i => new { i.OrganisationSet, i.Culture });
    }
}

sealed class ContentReferenceTable : IEntityTypeConfiguration<ContentReference>
{
    public void Configure(EntityTypeBuilder<ContentReference> table)
    {
        table.ToTable("ContentReference").HasKey(r => new { r.LocalizationSet, r.Field, r.Target });
        table.HasIndex(r => new { r.Target, r.Field, r.LocalizationSet });
        table.HasIndex(r => new { r.Field, r.LocalizationSet });
    }
}

public static class ContentIndexTables
{
    extension(PortalDb db)
    {
        public DbSet<ContentItemIndex> ContentItemIndex => db.Set<ContentItemIndex>();
        public DbSet<ContentReference> ContentReferences => db.Set<ContentReference>();
        public DbSet<MergedTerm> MergedTerms => db.Set<MergedTerm>();
    }
}
