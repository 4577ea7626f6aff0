using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Consultations.Indexes;

/// <summary>How long what was said to a consultation is kept, as it was last published. Stays when the consultation is unpublished or removed: what people were promised does not end with that.</summary>
public sealed class ConsultationRetention
{
    public required string LocalizationSet { get; init; }
    public DateTime ClosesUtc { get; set; }
    /// <summary>After closing.</summary>
    public int Months { get; set; }
}

public static class ConsultationRetentionTables
{
    extension(PortalDb db)
    {
        public DbSet<ConsultationRetention> ConsultationRetentions => db.Set<ConsultationRetention>();
    }
}

sealed class ConsultationRetentionTable : IEntityTypeConfiguration<ConsultationRetention>
{
    public void Configure(EntityTypeBuilder<ConsultationRetention> table)
    {
        table.ToTable("ConsultationRetention").HasKey(r => r.LocalizationSet);
        table.HasIndex(r => r.ClosesUtc);
    }
}
