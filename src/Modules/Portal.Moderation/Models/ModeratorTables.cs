using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Moderation.Models;

sealed class SubmissionClaimTable : IEntityTypeConfiguration<SubmissionClaim>
{
    public void Configure(EntityTypeBuilder<SubmissionClaim> table)
    {
        table.ToTable("SubmissionClaim").HasKey(c => c.SubmissionId);
        table.HasIndex(c => c.UntilUtc);
    }
}

sealed class SubmissionEscalationTable : IEntityTypeConfiguration<SubmissionEscalation>
{
    public void Configure(EntityTypeBuilder<SubmissionEscalation> table) => table.ToTable("SubmissionEscalation").HasKey(e => new { e.SubmissionId, e.Round });
}

sealed class SubmissionReportTable : IEntityTypeConfiguration<SubmissionReport>
{
    public void Configure(EntityTypeBuilder<SubmissionReport> table)
    {
        table.ToTable("SubmissionReport").HasKey(r => r.Id);
        table.HasIndex(r => new { r.SubmissionId, r.SettledUtc });
        table.HasIndex(r => r.SettledUtc);
    }
}

sealed class ModerationReasonTable : IEntityTypeConfiguration<ModerationReason>
{
    public void Configure(EntityTypeBuilder<ModerationReason> table) => table.ToTable("ModerationReason").HasKey(r => new { r.Key, r.Version });
}

sealed class QueueAlertTable : IEntityTypeConfiguration<QueueAlert>
{
    public void Configure(EntityTypeBuilder<QueueAlert> table) => table.ToTable("QueueAlert").HasKey(a => a.UserId);
}
