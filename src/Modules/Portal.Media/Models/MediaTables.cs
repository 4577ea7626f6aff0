using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Content;
using Portal.Cms.Data;

namespace Portal.Media.Models;

public static class MediaTables
{
    extension(PortalDb db)
    {
        public DbSet<MediaItem> MediaItems => db.Set<MediaItem>();
        public DbSet<MediaText> MediaTexts => db.Set<MediaText>();
        public DbSet<MediaFolder> MediaFolders => db.Set<MediaFolder>();
        public DbSet<MediaUsage> MediaUsages => db.Set<MediaUsage>();
    }
}

sealed class MediaItemTable : IEntityTypeConfiguration<MediaItem>
{
    public void Configure(EntityTypeBuilder<MediaItem> table)
    {
        table.ToTable("MediaItem").HasKey(i => i.Id);
        table.HasIndex(i => i.Path).IsUnique();
        table.HasIndex(i => new { i.FolderId, i.CreatedUtc, i.Id });
        table.HasIndex(i => new { i.CreatedUtc, i.Id });
        table.HasIndex(i => i.ModifiedUtc);
        table.Property(i => i.Stamp).IsConcurrencyToken();
        table.Property(i => i.Alt).HasConversion(
            alt => JsonSerializer.Serialize(alt, ContentDocument.Json), json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, ContentDocument.Json)!,
            new ValueComparer<Dictionary<string, string>>((a, b) => a!.OrderBy(p => p.Key, StringComparer.Ordinal).SequenceEqual(b!.OrderBy(p => p.Key, StringComparer.Ordinal)), a => a.Count, a => new(a, StringComparer.Ordinal)));
    }
}

sealed class MediaTextTable : IEntityTypeConfiguration<MediaText>
{
    public void Configure(EntityTypeBuilder<MediaText> table) => table.ToTable("MediaText").HasKey(t => t.Id);
}

sealed class MediaFolderTable : IEntityTypeConfiguration<MediaFolder>
{
    public void Configure(EntityTypeBuilder<MediaFolder> table)
    {
        table.ToTable("MediaFolder").HasKey(f => f.Id);
        table.HasIndex(f => f.Path).IsUnique();
        table.HasIndex(f => new { f.ParentId, f.Name }).IsUnique();
    }
}

sealed class MediaUsageTable : IEntityTypeConfiguration<MediaUsage>
{
    public void Configure(EntityTypeBuilder<MediaUsage> table)
    {
        table.ToTable("MediaUsage").HasKey(u => new { u.LocalizationSet, u.ContentItemId, u.IsPublic, u.Path });
        table.HasIndex(u => u.Path);
    }
}
