using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Review.Models;

/// <summary>Where the review of an item stands. One for each item that was ever reviewed.</summary>
public sealed class ContentReview
{
    public required string ContentItemId { get; init; }
    /// <summary>The draft that it is about: the version with which that draft was first talked of. A draft goes through several versions when more than one person writes it.</summary>
    public required string DraftId { get; set; }
    /// <summary>The newest version of that draft; of any other version it says nothing.</summary>
    public required string VersionId { get; set; }
    public ReviewState State { get; set; }
    /// <summary>Since when it is in this state.</summary>
    public DateTime SinceUtc { get; set; }
    public string? AskedById { get; set; }
    public string? AssignedToId { get; set; }
    /// <summary>Fingerprint of the text as it was last seen; see <see cref="TextPrint"/>.</summary>
    public required string Print { get; set; }
    /// <summary>The text as a reader last had it: when it was first asked for, and at each return. What changed since is shown against it.</summary>
    public string? SeenJson { get; set; }
    public Guid Stamp { get; set; }
}

public enum EntryKind { Requested, Assigned, Noted, Commented, Answered, Resolved, Reopened, Changed, Returned, Approved, Published, Withdrawn }

/// <summary>One line of the conversation about an item. Only ever added: nobody changes or takes back what they, or another, wrote.</summary>
public sealed class ReviewEntry : IAppendOnly
{
    public long Id { get; init; }
    public required string ContentItemId { get; init; }
    /// <summary>The draft that was talked about, as <see cref="ContentReview.DraftId"/> names it.</summary>
    public required string DraftId { get; init; }
    public EntryKind Kind { get; init; }
    /// <summary>Account of whoever did it; null for the portal itself. Names are looked up, so that who leaves is named no more.</summary>
    public string? ById { get; init; }
    public DateTime AtUtc { get; init; }
    /// <summary>Plain text.</summary>
    public string? Note { get; init; }
    /// <summary>Whom the review was given to; null where nobody has it any more.</summary>
    public string? AssigneeId { get; init; }
    /// <summary>Of a comment: name of the field on the form.</summary>
    public string? Field { get; init; }
    /// <summary>Of a comment: the words of the passage; null = the field as a whole.</summary>
    public string? Quote { get; init; }
    /// <summary>Fingerprint of the whole text (approvals), or of the field's (comments).</summary>
    public string? Print { get; init; }
    /// <summary>The comment that is answered, resolved or opened again.</summary>
    public long? CommentId { get; init; }
}

public static class ReviewTables
{
    extension(PortalDb db)
    {
        public DbSet<ContentReview> Reviews => db.Set<ContentReview>();
        public DbSet<ReviewEntry> ReviewEntries => db.Set<ReviewEntry>();
    }
}

sealed class ReviewTableConfiguration : IEntityTypeConfiguration<ContentReview>
{
    public void Configure(EntityTypeBuilder<ContentReview> table)
    {
        table.ToTable("Review").HasKey(r => r.ContentItemId);
        table.Property(r => r.State).HasConversion<string>();
        table.Property(r => r.Stamp).IsConcurrencyToken();
        table.HasIndex(r => new { r.State, r.SinceUtc });
        table.HasIndex(r => r.AssignedToId);
        table.HasIndex(r => r.AskedById);
    }
}

sealed class ReviewEntryTable : IEntityTypeConfiguration<ReviewEntry>
{
    public void Configure(EntityTypeBuilder<ReviewEntry> table)
    {
        table.ToTable("ReviewEntry").HasKey(e => e.Id);
        table.Property(e => e.Kind).HasConversion<string>();
        table.HasIndex(e => e.ContentItemId);
    }
}
