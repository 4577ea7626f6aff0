using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Cms.Data;
using Portal.TransparencyLog.Merkle;

namespace Portal.TransparencyLog.Models;

/// <summary>An event that happened and is not in the log yet. Written in the transaction of what happened; taken out, within a second, by the one that appends it.</summary>
public sealed class LogPending
{
    public long Id { get; init; }
    public Digest LeafHash { get; init; }
    public required string Kind { get; init; }
    public DateOnly Day { get; init; }
}

/// <summary>An entry of the log: everything about it that is public.</summary>
public sealed class LogEntry : IAppendOnly
{
    /// <summary>From 0, without gaps.</summary>
    public long Index { get; init; }
    public Digest LeafHash { get; init; }
    /// <summary>What happened, such as <c>submission-received</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>The day, in UTC; the log says nothing finer.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>The root of a complete subtree of 256, 65,536, 16,777,216 … entries. With these and the entries themselves every proof takes a handful of reads, and an entry adds 1/255 of a row.</summary>
public sealed class LogNode : IAppendOnly
{
    /// <summary>8, 16, 24 …: the subtree has 2^Level entries.</summary>
    public int Level { get; init; }
    public long Index { get; init; }
    public Digest Hash { get; init; }
}

/// <summary>A signed tree head: with this signature the portal stands by the first <see cref="Size"/> entries for ever.</summary>
public sealed class LogHead : IAppendOnly
{
    public long Size { get; init; }
    public Digest RootHash { get; init; }
    /// <summary>Of the signature, in UTC. No time of day: it would tell when the newest entry came.</summary>
    public DateOnly Day { get; init; }
    public required string KeyId { get; init; }
    /// <summary>ECDSA on P-256 with SHA-256, DER, over <see cref="Signing.Checkpoint.Text"/>.</summary>
    public required byte[] Signature { get; init; }
}

/// <summary>A key that heads were signed with, from one size of the log on. It is an entry of the log itself; the salt and the bytes of that entry are kept here.</summary>
public sealed class LogKey : IAppendOnly
{
    /// <summary>First 16 hexadecimal digits of the SHA-256 of <see cref="PublicKey"/>.</summary>
    public required string Id { get; init; }
    /// <summary>1 for the log's first key.</summary>
    public int Number { get; init; }
    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public required byte[] PublicKey { get; init; }
    public DateOnly Day { get; init; }
    /// <summary>The signature of the key before this one over <see cref="PublicKey"/>; null for the first.</summary>
    public byte[]? Endorsement { get; init; }
    public Digest LeafHash { get; init; }
    public required byte[] Salt { get; init; }
    public required byte[] Event { get; init; }
}

public static class LogTables
{
    extension(PortalDb db)
    {
        public DbSet<LogPending> LogPending => db.Set<LogPending>();
        public DbSet<LogEntry> LogEntries => db.Set<LogEntry>();
        public DbSet<LogNode> LogNodes => db.Set<LogNode>();
        public DbSet<LogHead> LogHeads => db.Set<LogHead>();
        public DbSet<LogKey> LogKeys => db.Set<LogKey>();
    }
}

/// <summary>How a hash stands in a table: as its 32 bytes.</summary>
public sealed class DigestConverter() : ValueConverter<Digest, byte[]>(digest => digest.ToArray(), bytes => Digest.Of(bytes));

sealed class LogPendingTable : IEntityTypeConfiguration<LogPending>
{
    public void Configure(EntityTypeBuilder<LogPending> table)
    {
        table.ToTable("LogPending").HasKey(p => p.Id);
        table.Property(p => p.LeafHash).HasConversion<DigestConverter>();
    }
}

sealed class LogEntryTable : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> table)
    {
        table.ToTable("LogEntry").HasKey(e => e.Index);
        table.Property(e => e.Index).ValueGeneratedNever();
        table.Property(e => e.LeafHash).HasConversion<DigestConverter>();
        table.HasIndex(e => e.LeafHash).IsUnique();
    }
}

sealed class LogNodeTable : IEntityTypeConfiguration<LogNode>
{
    public void Configure(EntityTypeBuilder<LogNode> table)
    {
        table.ToTable("LogNode").HasKey(n => new { n.Level, n.Index });
        table.Property(n => n.Hash).HasConversion<DigestConverter>();
    }
}

sealed class LogHeadTable : IEntityTypeConfiguration<LogHead>
{
    public void Configure(EntityTypeBuilder<LogHead> table)
    {
        table.ToTable("LogHead").HasKey(h => h.Size);
        table.Property(h => h.Size).ValueGeneratedNever();
        table.Property(h => h.RootHash).HasConversion<DigestConverter>();
        table.HasIndex(h => h.Day);
    }
}

sealed class LogKeyTable : IEntityTypeConfiguration<LogKey>
{
    public void Configure(EntityTypeBuilder<LogKey> table)
    {
        table.ToTable("LogKey").HasKey(k => k.Id);
        table.Property(k => k.LeafHash).HasConversion<DigestConverter>();
        // Two rotations at once: one of them fails.
        table.HasIndex(k => k.Number).IsUnique();
    }
}
