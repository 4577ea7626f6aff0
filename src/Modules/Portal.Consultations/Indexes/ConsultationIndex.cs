using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;
using Portal.Consultations.Models;

namespace Portal.Consultations.Indexes;

/// <summary>What all cultures of a published consultation share, one row per localization set.</summary>
public sealed class ConsultationIndex
{
    public required string LocalizationSet { get; init; }
    public DateTime AnnouncedUtc { get; set; }
    public DateTime OpensUtc { get; set; }
    public DateTime ClosesUtc { get; set; }
    public DateTime? AnalysisUtc { get; set; }
    public DateTime? ReportedUtc { get; set; }
    public DateTime? ArchivedUtc { get; set; }
    public required string Zone { get; set; }
    public required string ParticipationLevel { get; set; }
    public bool IsPostModerated { get; set; }
    public int RetentionMonths { get; set; }
    public bool AllowsReplies { get; set; }
    public bool AllowsAgreeing { get; set; }
    public string? InstitutionSet { get; set; }
    /// <summary>Ids in document order, one per line.</summary>
    public required string SectionIds { get; set; }

    public Milestones Milestones => new(AnnouncedUtc, OpensUtc, ClosesUtc, AnalysisUtc, ReportedUtc, ArchivedUtc);
}

public static class ConsultationTables
{
    extension(PortalDb db)
    {
        public DbSet<ConsultationIndex> Consultations => db.Set<ConsultationIndex>();
    }
}

sealed class ConsultationIndexTable : IEntityTypeConfiguration<ConsultationIndex>
{
    public void Configure(EntityTypeBuilder<ConsultationIndex> table)
    {
        table.ToTable("ConsultationIndex").HasKey(i => i.LocalizationSet);
        table.HasIndex(i => i.ClosesUtc);
        table.Ignore(i => i.Milestones);
    }
}
