using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Contents.Models;

/// <summary>A selection of the editors' list that somebody gave a name, for themselves or for everybody.</summary>
public sealed class SavedListView
{
    public required string Id { get; init; }
    /// <summary>Id of the account that saved it.</summary>
    public required string UserId { get; init; }
    public required string Name { get; init; }
    /// <summary>The query of the list's address, with its question mark.</summary>
    public required string Query { get; init; }
    /// <summary>Everybody who sees the list sees it.</summary>
    public bool IsShared { get; init; }
}

sealed class SavedListViewTable : IEntityTypeConfiguration<SavedListView>
{
    public void Configure(EntityTypeBuilder<SavedListView> table)
    {
        table.ToTable("SavedListView").HasKey(v => v.Id);
        table.HasIndex(v => v.UserId);
        table.HasIndex(v => v.IsShared);
    }
}

public static class ContentsTables
{
    extension(PortalDb db)
    {
        public DbSet<SavedListView> SavedListViews => db.Set<SavedListView>();
    }
}
