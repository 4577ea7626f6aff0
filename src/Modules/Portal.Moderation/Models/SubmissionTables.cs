using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;
using Portal.TransparencyLog.Models;

namespace Portal.Moderation.Models;

public static class SubmissionTables
{
    extension(PortalDb db)
    {
        public DbSet<Submission> Submissions => db.Set<Submission>();
        public DbSet<SubmissionVersion> SubmissionVersions => db.Set<SubmissionVersion>();
        public DbSet<SubmissionDecision> SubmissionDecisions => db.Set<SubmissionDecision>();
        public DbSet<SubmissionEvent> SubmissionEvents => db.Set<SubmissionEvent>();
        public DbSet<SubmissionClaim> SubmissionClaims => db.Set<SubmissionClaim>();
        public DbSet<SubmissionEscalation> SubmissionEscalations => db.Set<SubmissionEscalation>();
        public DbSet<SubmissionReport> SubmissionReports => db.Set<SubmissionReport>();
        public DbSet<QueueAlert> QueueAlerts => db.Set<QueueAlert>();
        public DbSet<ModerationReason> ModerationReasons => db.Set<ModerationReason>();
        public DbSet<SubmissionContact> SubmissionContacts => db.Set<SubmissionContact>();
    }
}

sealed class SubmissionTable : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> table)
    {
        table.ToTable("Submission").HasKey(s => s.Id);
        table.Property(s => s.State).HasConversion<string>();
        table.Property(s => s.Stamp).IsConcurrencyToken();
        table.HasIndex(s => s.ReceiptHash).IsUnique();
        table.Property(s => s.Was).HasConversion<string>();
        table.Property(s => s.Appearance).HasConversion<string>();
        table.HasIndex(s => new { s.ConsultationSet, s.Appearance, s.ReceivedUtc });
        table.HasIndex(s => new { s.ConsultationSet, s.State });
        table.HasIndex(s => new { s.WaitsSinceUtc, s.Id });
        table.HasIndex(s => new { s.ConsultationSet, s.WaitsSinceUtc, s.Id });
        table.HasIndex(s => s.MergedIntoId);
        // A page of comments is found without looking at what waits or was declined, however much of it there is.
        table.HasIndex(s => new { s.ConsultationSet, s.ReceivedUtc, s.Id }).IsDescending(false, true, false).HasFilter("\"Appearance\" <> 'None' AND \"QuestionnaireVersion\" IS NULL AND \"ReplyToId\" IS NULL");
        table.HasIndex(s => new { s.ConsultationSet, s.ReplyToId }).HasFilter("\"ReplyToId\" IS NOT NULL");
        table.HasIndex(s => s.AuthorUserId);
        table.HasIndex(s => s.ReceivedUtc).HasFilter("\"State\" = 'Received'");
    }
}

sealed class SubmissionVersionTable : IEntityTypeConfiguration<SubmissionVersion>
{
    public void Configure(EntityTypeBuilder<SubmissionVersion> table) => table.ToTable("SubmissionVersion").HasKey(v => new { v.SubmissionId, v.Number });
}

sealed class SubmissionDecisionTable : IEntityTypeConfiguration<SubmissionDecision>
{
    public void Configure(EntityTypeBuilder<SubmissionDecision> table)
    {
        // The key itself sees to it that of two decisions on the same text only the first stands.
        table.ToTable("SubmissionDecision").HasKey(d => new { d.SubmissionId, d.Version, d.Round });
        table.Property(d => d.Step).HasConversion<string>();
        table.HasIndex(d => new { d.ModeratorId, d.DecidedUtc });
    }
}

sealed class SubmissionEventTable : IEntityTypeConfiguration<SubmissionEvent>
{
    public void Configure(EntityTypeBuilder<SubmissionEvent> table)
    {
        table.ToTable("SubmissionEvent").HasKey(e => e.Id);
        table.Property(e => e.Leaf).HasConversion<DigestConverter>();
        table.HasIndex(e => e.SubmissionId);
    }
}

sealed class SubmissionContactTable : IEntityTypeConfiguration<SubmissionContact>
{
    public void Configure(EntityTypeBuilder<SubmissionContact> table) => table.ToTable("SubmissionContact").HasKey(c => c.SubmissionId);
}
