using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Notifications.Models;

/// <summary>Something that one person was told. The words are made when they are read, in the reader's language.</summary>
public sealed class Notification
{
    public required string Id { get; init; }
    public required string UserId { get; init; }
    public required string Kind { get; init; }
    /// <summary>Message id of the sentence, in English.</summary>
    public required string Message { get; init; }
    /// <summary>JSON array of the values for its placeholders from {1} on.</summary>
    public required string Args { get; set; }
    public required string Href { get; set; }
    public required string Subject { get; init; }
    /// <summary>Account of whoever did it; null for the portal itself, and for who has left.</summary>
    public string? ActorId { get; set; }
    public DateTime AtUtc { get; set; }
    /// <summary>Null: not read yet.</summary>
    public DateTime? ReadUtc { get; set; }
    /// <summary>Since when it need not be mailed any more; null = it is waiting for the next mail.</summary>
    public DateTime? MailedUtc { get; set; }
}

/// <summary>When it was last looked at whether a person gets a mail.</summary>
public sealed class NotificationDigest
{
    public required string UserId { get; init; }
    public DateTime LastUtc { get; set; }
}

public static class NotificationTables
{
    extension(PortalDb db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();
        public DbSet<NotificationDigest> NotificationDigests => db.Set<NotificationDigest>();
    }

    /// <summary>Tag of what is kept about a person's unread notifications.</summary>
    public static string TagOf(string userId) => "notifications:" + userId;
}

sealed class NotificationTable : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> table)
    {
        table.ToTable("Notification").HasKey(n => n.Id);
        table.HasIndex(n => new { n.UserId, n.AtUtc });
        table.HasIndex(n => new { n.MailedUtc, n.ReadUtc });
        table.HasIndex(n => n.AtUtc);
    }
}

sealed class NotificationDigestTable : IEntityTypeConfiguration<NotificationDigest>
{
    public void Configure(EntityTypeBuilder<NotificationDigest> table) => table.ToTable("NotificationDigest").HasKey(d => d.UserId);
}
