using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Translations.Models;

/// <summary>What the site says in place of a shipped text of the interface.</summary>
public sealed class InterfaceString
{
    /// <summary>Culture code; <c>sr-Latn</c> corrects what is rendered from <c>sr</c>.</summary>
    public required string Culture { get; init; }
    /// <summary>The context that the text stands in (msgctxt); empty = none.</summary>
    public required string Context { get; init; }
    /// <summary>The English text of the sources.</summary>
    public required string MessageId { get; init; }
    /// <summary>JSON array of the plural forms; of one, where the text has no plural.</summary>
    public required string FormsJson { get; set; }
    public DateTime ModifiedUtc { get; set; }

    public IReadOnlyList<string> Forms
    {
        get => JsonSerializer.Deserialize<List<string>>(FormsJson)!;
        set => FormsJson = JsonSerializer.Serialize(value);
    }

    public PoEntry ToEntry() => new(Context.Length == 0 ? null : Context, MessageId, Forms.Count > 1 ? MessageId : null, [.. Forms], 0);
}

sealed class InterfaceStringTable : IEntityTypeConfiguration<InterfaceString>
{
    public void Configure(EntityTypeBuilder<InterfaceString> table)
    {
        table.ToTable("InterfaceString").HasKey(s => new { s.Culture, s.Context, s.MessageId });
        table.Ignore(s => s.Forms);
    }
}

public static class InterfaceStringTables
{
    extension(PortalDb db)
    {
        public DbSet<InterfaceString> InterfaceStrings => db.Set<InterfaceString>();
    }
}
