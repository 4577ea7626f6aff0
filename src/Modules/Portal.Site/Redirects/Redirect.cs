using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Site.Redirects;

/// <summary>Where an address that nothing answers leads.</summary>
public sealed class Redirect
{
    /// <summary>Scopes beside culture codes: the address as a whole, or below every language.</summary>
    public const string WholeAddress = "", EveryCulture = "*";

    /// <summary>HTTP statuses that are possible: moved for good, for now, gone.</summary>
    public static readonly IReadOnlyList<int> Statuses = [301, 302, 410];

    public required string Id { get; init; }
    /// <summary><see cref="WholeAddress"/>, <see cref="EveryCulture"/>, or the code of the content culture below which <see cref="From"/> stands (<c>sr</c> in both scripts).</summary>
    public required string Scope { get; set; }
    /// <summary>Path with a slash at its beginning and none at its end, and, after a question mark, pairs that the query must have.</summary>
    public required string From { get; set; }
    /// <summary>Also everything below it.</summary>
    public bool IsPrefix { get; set; }
    /// <summary>A path of this site, or a whole address that begins with https:// or http://. Below a language where <see cref="Scope"/> is one. Empty for 410. Where it ends with a slash, what follows a prefix is put behind it.</summary>
    public required string To { get; set; }
    public int Status { get; set; } = 301;
    /// <summary>How often it was used. Nothing is kept about who used it.</summary>
    public long Hits { get; set; }
    /// <summary>The day (UTC) of the last use.</summary>
    public DateOnly? LastHit { get; set; }
}

sealed class RedirectTable : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> table)
    {
        table.ToTable("Redirect").HasKey(r => r.Id);
        table.HasIndex(r => new { r.Scope, r.From, r.IsPrefix }).IsUnique();
    }
}

public static class RedirectTables
{
    /// <summary>Redirects changed.</summary>
    public const string Tag = "redirects";

    extension(PortalDb db)
    {
        public DbSet<Redirect> Redirects => db.Set<Redirect>();
    }
}
