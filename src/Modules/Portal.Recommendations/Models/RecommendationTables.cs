using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Recommendations.Models;

public static class RecommendationTables
{
    extension(PortalDb db)
    {
        public DbSet<RecommendationState> RecommendationStates => db.Set<RecommendationState>();
        public DbSet<RecommendationEvent> RecommendationEvents => db.Set<RecommendationEvent>();
    }
}

sealed class RecommendationEventTable : IEntityTypeConfiguration<RecommendationEvent>
{
    public void Configure(EntityTypeBuilder<RecommendationEvent> table)
    {
        table.ToTable("RecommendationEvent").HasKey(e => new { e.LocalizationSet, e.Number });
        table.HasIndex(e => e.Id).IsUnique();
    }
}

sealed class RecommendationStateTable : IEntityTypeConfiguration<RecommendationState>
{
    static readonly ValueComparer<IReadOnlyList<string>> Same = new((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list);

    public void Configure(EntityTypeBuilder<RecommendationState> table)
    {
        table.ToTable("RecommendationState").HasKey(s => s.LocalizationSet);
        table.Property(s => s.Status).HasConversion<string>();
        table.Property(s => s.Verdict).HasConversion<string>();
        table.Property(s => s.LastEvent).IsConcurrencyToken();
        AsLines(table.Property(s => s.Addressees));
        AsLines(table.Property(s => s.Themes));
        AsLines(table.Property(s => s.Municipalities));
        AsLines(table.Property(s => s.Cultures));
    }

    /// <summary>Lines are split in a fraction of the time that JSON takes to parse, and nobody asks the database what is in them.</summary>
    static void AsLines(PropertyBuilder<IReadOnlyList<string>> property) =>
        property.HasConversion(list => string.Join('\n', list), text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Same);
}
