using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Moderation.Models;

/// <summary>Staff entered a submission that came on paper, at a meeting or by e-mail. Says nothing of its author.</summary>
public sealed class OfflineEntry
{
    public required string SubmissionId { get; init; }
    public required string ConsultationSet { get; init; }
    public string? EnteredById { get; init; }
    public DateTime EnteredUtc { get; init; }
}

/// <summary>The ways by which submissions come in.</summary>
public static class Channels
{
    public const string Web = "web", Api = "api", Paper = "paper", Meeting = "meeting", Mail = "e-mail";

    /// <summary>Those that staff enter.</summary>
    public static readonly IReadOnlyList<string> Offline = [Paper, Meeting, Mail];
}

sealed class OfflineEntryTable : IEntityTypeConfiguration<OfflineEntry>
{
    public void Configure(EntityTypeBuilder<OfflineEntry> table)
    {
        table.ToTable("OfflineEntry").HasKey(e => e.SubmissionId);
        table.HasIndex(e => new { e.ConsultationSet, e.EnteredUtc });
    }
}
