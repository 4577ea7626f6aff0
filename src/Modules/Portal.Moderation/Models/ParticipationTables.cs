using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Moderation.Models;

public static class ParticipationTables
{
    extension(PortalDb db)
    {
        public DbSet<SubmissionDemographics> SubmissionDemographics => db.Set<SubmissionDemographics>();
        public DbSet<SubmissionAppeal> SubmissionAppeals => db.Set<SubmissionAppeal>();
        public DbSet<SubmissionAttachment> SubmissionAttachments => db.Set<SubmissionAttachment>();
        public DbSet<SubmissionLabel> SubmissionLabels => db.Set<SubmissionLabel>();
        public DbSet<SubmissionFingerprint> SubmissionFingerprints => db.Set<SubmissionFingerprint>();
        public DbSet<OfflineEntry> OfflineEntries => db.Set<OfflineEntry>();
        public DbSet<CommentSupport> CommentSupports => db.Set<CommentSupport>();
        public DbSet<Follower> Followers => db.Set<Follower>();
        public DbSet<FollowerNotice> FollowerNotices => db.Set<FollowerNotice>();

        /// <summary>Keeps the trace of a text, at once, in one statement: row by row it would be half of what taking in a comment costs.</summary>
        public Task AddFingerprintsAsync(string submissionId, string consultationSet, IReadOnlyList<(int Band, long Hash)> trace, CancellationToken cancel)
        {
            var rows = string.Join(", ", Enumerable.Range(0, trace.Count).Select(i => $"({{0}}, {{1}}, {{{(2 * i) + 2}}}, {{{(2 * i) + 3}}})"));
            object[] values = [submissionId, consultationSet, .. trace.SelectMany(t => new object[] { t.Band, t.Hash })];
            var insert = "INSERT INTO \"SubmissionFingerprint\" (\"SubmissionId\", \"ConsultationSet\", \"Band\", \"Hash\") VALUES " + rows;
            return db.Database.ExecuteSqlRawAsync(insert, values, cancel);
        }
    }
}

sealed class SubmissionDemographicsTable : IEntityTypeConfiguration<SubmissionDemographics>
{
    public void Configure(EntityTypeBuilder<SubmissionDemographics> table) => table.ToTable("SubmissionDemographics").HasKey(d => d.SubmissionId);
}

sealed class SubmissionAppealTable : IEntityTypeConfiguration<SubmissionAppeal>
{
    public void Configure(EntityTypeBuilder<SubmissionAppeal> table) => table.ToTable("SubmissionAppeal").HasKey(a => a.SubmissionId);
}

sealed class SubmissionAttachmentTable : IEntityTypeConfiguration<SubmissionAttachment>
{
    public void Configure(EntityTypeBuilder<SubmissionAttachment> table)
    {
        table.ToTable("SubmissionAttachment").HasKey(a => a.Id);
        table.HasIndex(a => new { a.SubmissionId, a.Number }).IsUnique();
    }
}

sealed class SubmissionLabelTable : IEntityTypeConfiguration<SubmissionLabel>
{
    public void Configure(EntityTypeBuilder<SubmissionLabel> table) => table.ToTable("SubmissionLabel").HasKey(l => new { l.SubmissionId, l.Label });
}

sealed class SubmissionFingerprintTable : IEntityTypeConfiguration<SubmissionFingerprint>
{
    public void Configure(EntityTypeBuilder<SubmissionFingerprint> table)
    {
        table.ToTable("SubmissionFingerprint").HasKey(f => new { f.SubmissionId, f.Band });
        table.HasIndex(f => new { f.ConsultationSet, f.Hash, f.SubmissionId });
    }
}

sealed class CommentSupportTable : IEntityTypeConfiguration<CommentSupport>
{
    public void Configure(EntityTypeBuilder<CommentSupport> table) => table.ToTable("CommentSupport").HasKey(s => new { s.SubmissionId, s.SupporterKey });
}

sealed class FollowerTable : IEntityTypeConfiguration<Follower>
{
    public void Configure(EntityTypeBuilder<Follower> table)
    {
        table.ToTable("Follower").HasKey(f => f.Id);
        table.HasIndex(f => new { f.ConsultationSet, f.AddressKey }).IsUnique();
    }
}

sealed class FollowerNoticeTable : IEntityTypeConfiguration<FollowerNotice>
{
    public void Configure(EntityTypeBuilder<FollowerNotice> table) => table.ToTable("FollowerNotice").HasKey(n => new { n.FollowerId, n.Event });
}
