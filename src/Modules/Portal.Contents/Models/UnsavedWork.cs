using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Contents.Models;

/// <summary>What somebody typed into a form and did not save: kept per person and form so that neither a crash nor the end of a session loses it. Nobody else sees it, and it is no version.</summary>
public sealed class UnsavedWork
{
    public required string UserId { get; init; }
    /// <summary>Which form: the item's id, or <c>new/{type}/{culture}</c> with the item that is translated.</summary>
    public required string Form { get; init; }
    /// <summary>What stands in the inputs, by their names.</summary>
    public required string Json { get; set; }
    /// <summary>Stamps of the item and of its set when the form was read.</summary>
    public Guid Stamp { get; set; }
    public Guid SetStamp { get; set; }
    /// <summary>UTC.</summary>
    public DateTime KeptUtc { get; set; }
}

sealed class UnsavedWorkTable : IEntityTypeConfiguration<UnsavedWork>
{
    public void Configure(EntityTypeBuilder<UnsavedWork> table)
    {
        table.ToTable("UnsavedWork").HasKey(w => new { w.UserId, w.Form });
        table.HasIndex(w => w.KeptUtc);
    }
}

public static class UnsavedWorkTables
{
    extension(PortalDb db)
    {
        public DbSet<UnsavedWork> UnsavedWork => db.Set<UnsavedWork>();
    }
}
