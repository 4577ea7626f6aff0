using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Organisations.Indexes;

/// <summary>What lists show of a published organisation, one row per culture.</summary>
public sealed class OrganisationIndex
{
    public required string ContentItemId { get; init; }
    public required string LocalizationSet { get; init; }
    public required string Culture { get; init; }
    public required string Name { get; set; }
    public string ShortName { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Municipality { get; set; } = "";
    public required string Path { get; set; }
    /// <summary>Puts names in the order of their culture.</summary>
    public byte[] SortKey { get; set; } = [];
    /// <summary>The same for the culture's Latin rendering; empty where it has none.</summary>
    public byte[] LatinSortKey { get; set; } = [];
}

sealed class OrganisationIndexTable : IEntityTypeConfiguration<OrganisationIndex>
{
    public void Configure(EntityTypeBuilder<OrganisationIndex> table)
    {
        table.ToTable("OrganisationIndex").HasKey(o => o.ContentItemId);
        table.HasIndex(o => new { o.LocalizationSet, o.Culture }).IsUnique();
    }
}

public static class OrganisationTables
{
    extension(PortalDb db)
    {
        public DbSet<OrganisationIndex> OrganisationIndex => db.Set<OrganisationIndex>();
    }
}
