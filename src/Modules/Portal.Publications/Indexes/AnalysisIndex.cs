using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Publications.Indexes;

/// <summary>What lists show of a published analysis, one row per culture.</summary>
public sealed class AnalysisIndex
{
    public required string ContentItemId { get; init; }
    public required string LocalizationSet { get; init; }
    public required string Culture { get; init; }
    public required string Title { get; set; }
    public required string Path { get; set; }
    public string Abstract { get; set; } = "";
    public string Kind { get; set; } = "";
    /// <summary>The publication date, or the day it was put on the portal.</summary>
    public DateOnly Day { get; set; }
    public string? OrganisationSet { get; set; }
}

sealed class AnalysisIndexTable : IEntityTypeConfiguration<AnalysisIndex>
{
    public void Configure(EntityTypeBuilder<AnalysisIndex> table)
    {
        table.ToTable("AnalysisIndex").HasKey(a => a.ContentItemId);
        table.HasIndex(a => new { a.LocalizationSet, a.Culture }).IsUnique();
        table.HasIndex(a => new { a.Culture, a.Day });
        table.HasIndex(a => new { a.OrganisationSet, a.Culture });
    }
}

public static class PublicationTables
{
    extension(PortalDb db)
    {
        public DbSet<AnalysisIndex> AnalysisIndex => db.Set<AnalysisIndex>();
    }
}
