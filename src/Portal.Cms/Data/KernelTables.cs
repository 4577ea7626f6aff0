using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Cms.Data;

sealed class ContentItemTable : IEntityTypeConfiguration<ContentItem>
{
    public void Configure(EntityTypeBuilder<ContentItem> table)
    {
        table.ToTable("ContentItem").HasKey(i => i.ContentItemId);
        table.HasIndex(i => new { i.LocalizationSet, i.Culture }).IsUnique();
        table.HasIndex(i => new { i.Culture, i.PublishedPath }).IsUnique();
        table.HasIndex(i => new { i.ContentType, i.Culture, i.PublishedUtc });
        table.Property(i => i.Stamp).IsConcurrencyToken();
        table.Property(i => i.State).HasComputedColumnSql(StateSql, stored: true);
        table.HasIndex(i => new { i.RemovedUtc, i.ContentItemId });
        AddListIndexes(table);
    }

    const string StateSql = """CASE WHEN "LatestVersionId" IS NULL THEN 3 WHEN "PublishedVersionId" IS NULL THEN 0 WHEN "PublishedVersionId" = "LatestVersionId" THEN 1 ELSE 2 END""";

    /// <summary>
    /// The editors' list is read along an index in the order it is shown in, from any place on; every other filter is judged by the index too, before a row is looked up.
    /// One for each filter that can lead, in both orders: whichever the database takes, there is nothing left to sort.
    /// </summary>
    static void AddListIndexes(EntityTypeBuilder<ContentItem> table)
    {
        string[] filters = [nameof(ContentItem.ContentType), nameof(ContentItem.Culture), nameof(ContentItem.State), nameof(ContentItem.OrganisationSet)];
        foreach (var order in new[] { nameof(ContentItem.ModifiedUtc), nameof(ContentItem.FoldedTitle) })
        {
            foreach (var lead in (string?[])[null, .. filters]) Add(lead, order);
        }

        Add(nameof(ContentItem.OwnerId), nameof(ContentItem.ModifiedUtc));
        Add(nameof(ContentItem.ModifiedBy), nameof(ContentItem.ModifiedUtc));

        void Add(string? lead, string order) => table
            .HasIndex([.. new[] { lead, order, nameof(ContentItem.ContentItemId) }.OfType<string>(), .. filters.Where(f => f != lead)], $"IX_ContentItem_List_{lead ?? "All"}_{order}")
            .HasFilter("\"LatestVersionId\" IS NOT NULL");
    }
}

sealed class ContentTitleWordTable : IEntityTypeConfiguration<ContentTitleWord>
{
    public void Configure(EntityTypeBuilder<ContentTitleWord> table)
    {
        table.ToTable("ContentTitleWord").HasKey(w => new { w.Word, w.ContentItemId });
        table.HasIndex(w => w.ContentItemId);
    }
}

sealed class ContentScheduleTable : IEntityTypeConfiguration<ContentSchedule>
{
    public void Configure(EntityTypeBuilder<ContentSchedule> table)
    {
        table.ToTable("ContentSchedule").HasKey(s => new { s.ContentItemId, s.Step });
        table.HasIndex(s => s.AtUtc);
        table.HasIndex(s => s.ById);
    }
}

sealed class ContentItemVersionTable : IEntityTypeConfiguration<ContentItemVersion>
{
    public void Configure(EntityTypeBuilder<ContentItemVersion> table)
    {
        table.ToTable("ContentItemVersion").HasKey(v => v.VersionId);
        table.HasIndex(v => new { v.ContentItemId, v.Number }).IsUnique();
    }
}

sealed class ContentSetTable : IEntityTypeConfiguration<ContentSet>
{
    public void Configure(EntityTypeBuilder<ContentSet> table)
    {
        table.ToTable("ContentSet").HasKey(s => s.LocalizationSet);
        table.Property(s => s.Stamp).IsConcurrencyToken();
    }
}

sealed class ContentPathTable : IEntityTypeConfiguration<ContentPath>
{
    public void Configure(EntityTypeBuilder<ContentPath> table) => table.ToTable("ContentPath").HasKey(p => new { p.Culture, p.Path });
}

sealed class ContentDefinitionTable : IEntityTypeConfiguration<StoredContentDefinition>
{
    public void Configure(EntityTypeBuilder<StoredContentDefinition> table) => table.ToTable("ContentDefinition").HasKey(d => new { d.Kind, d.Name });
}

sealed class SettingTable : IEntityTypeConfiguration<StoredSetting>
{
    public void Configure(EntityTypeBuilder<StoredSetting> table) => table.ToTable("Setting").HasKey(s => s.Name);
}

sealed class FeatureTable : IEntityTypeConfiguration<StoredFeature>
{
    public void Configure(EntityTypeBuilder<StoredFeature> table) => table.ToTable("Feature").HasKey(f => f.Id);
}

sealed class DataProtectionKeyTable : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> table) => table.ToTable("DataProtectionKey").HasKey(k => k.Id);
}

sealed class ChangeLogTable : IEntityTypeConfiguration<ChangeLogEntry>
{
    public void Configure(EntityTypeBuilder<ChangeLogEntry> table) => table.ToTable("ChangeLog").HasKey(e => e.Seq);
}

sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("Outbox").HasKey(m => m.Id);
        table.HasIndex(m => m.DueUtc);
    }
}

sealed class AuditTrailTable : IEntityTypeConfiguration<AuditTrailEvent>
{
    public void Configure(EntityTypeBuilder<AuditTrailEvent> table)
    {
        table.ToTable("AuditTrailEvent").HasKey(e => e.Id);
        table.HasIndex(e => new { e.SubjectId, e.Id });
        table.HasIndex(e => new { e.Category, e.Id });
        table.HasIndex(e => new { e.UserName, e.Id });
        table.HasIndex(e => e.UserId);
        table.HasIndex(e => new { e.CreatedUtc, e.Id });
    }
}

sealed class AuditTrailCutTable : IEntityTypeConfiguration<AuditTrailCut>
{
    public void Configure(EntityTypeBuilder<AuditTrailCut> table)
    {
        table.ToTable("AuditTrailCut").HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
    }
}

sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> table)
    {
        table.ToTable("ApiToken").HasKey(t => t.Id);
        table.HasIndex(t => t.Hash).IsUnique();
    }
}

sealed class NotificationChoiceTable : IEntityTypeConfiguration<NotificationChoice>
{
    public void Configure(EntityTypeBuilder<NotificationChoice> table) => table.ToTable("NotificationChoice").HasKey(c => new { c.UserId, c.Kind });
}

/// <summary>As the platform's third schema of accounts has it.</summary>
sealed class PasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> table)
    {
        table.ToTable("AspNetUserPasskeys").HasKey(p => p.CredentialId);
        table.Property(p => p.CredentialId).HasMaxLength(1024);
        table.OwnsOne(p => p.Data).ToJson();
        table.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}
