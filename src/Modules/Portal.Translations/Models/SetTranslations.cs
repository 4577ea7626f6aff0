using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Translations.Models;

/// <summary>How a text stands in one language. Nothing set: there is none.</summary>
[Flags]
public enum TranslationState
{
    Missing = 0,
    /// <summary>Public, and as new as what it was translated from, or an original.</summary>
    Current = 1,
    /// <summary>Public, and what it was translated from has a later public text.</summary>
    Stale = 2,
    /// <summary>What is public is the summary only.</summary>
    SummaryOnly = 4,
    /// <summary>There is a draft that is not public.</summary>
    InWork = 8,
}

/// <summary>How the items of a localization set stand to each other: one row of the board.</summary>
public sealed class SetTranslations
{
    public required string LocalizationSet { get; init; }
    public required string ContentType { get; init; }
    /// <summary>Localization set of the organisation it belongs to.</summary>
    public string? OrganisationSet { get; set; }
    /// <summary>When anything in any language last changed (UTC).</summary>
    public DateTime ChangedUtc { get; set; }
    /// <summary>Words of the titles in all languages in the form in which they are looked for, each between blanks: see <see cref="Portal.Cms.Content.ContentTitles"/>.</summary>
    public string Titles { get; set; } = "";
    public TranslationState Sq { get; set; }
    public TranslationState Sr { get; set; }
    public TranslationState Bs { get; set; }
    public TranslationState En { get; set; }

    public TranslationState In(string culture) => culture switch { "sq" => Sq, "sr" => Sr, "bs" => Bs, _ => En };
}

/// <summary>Which passage of a translation the workbench put to which of its source: what a translation that is half done cannot tell by itself.</summary>
public sealed class TranslationPairs
{
    /// <summary>The translation.</summary>
    public required string ContentItemId { get; init; }
    /// <summary>Culture code of the source.</summary>
    public required string SourceCulture { get; init; }
    /// <summary>JSON: by field, pairs of hashes, first the source passage's.</summary>
    public required string Json { get; set; }
}

sealed class SetTranslationsTable : IEntityTypeConfiguration<SetTranslations>
{
    public void Configure(EntityTypeBuilder<SetTranslations> table)
    {
        table.ToTable("SetTranslations").HasKey(s => s.LocalizationSet);
        table.HasIndex(s => new { s.ChangedUtc, s.LocalizationSet });
        // The percentages of the board are read from this alone.
        table.HasIndex(s => new { s.ContentType, s.OrganisationSet, s.Sq, s.Sr, s.Bs, s.En });
    }
}

sealed class TranslationPairsTable : IEntityTypeConfiguration<TranslationPairs>
{
    public void Configure(EntityTypeBuilder<TranslationPairs> table) => table.ToTable("TranslationPairs").HasKey(p => new { p.ContentItemId, p.SourceCulture });
}

public static class TranslationTables
{
    extension(PortalDb db)
    {
        public DbSet<SetTranslations> SetTranslations => db.Set<SetTranslations>();
        public DbSet<TranslationPairs> TranslationPairs => db.Set<TranslationPairs>();
    }
}
