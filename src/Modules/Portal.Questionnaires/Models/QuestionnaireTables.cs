using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Questionnaires.Models;

/// <summary>The questionnaire of a consultation as editors have it in hand.</summary>
public sealed class Questionnaire
{
    /// <summary>Localization set of the consultation.</summary>
    public required string ConsultationSet { get; init; }
    /// <summary>JSON of the <see cref="Form"/> that becomes the next version.</summary>
    public required string DraftJson { get; set; }
    /// <summary>Number of the version that people answer; 0 = none is published.</summary>
    public int PublishedVersion { get; set; }
    public DateTime ModifiedUtc { get; set; }
    public Guid Stamp { get; set; }
}

/// <summary>A published questionnaire. Answers refer to the version that they were given to.</summary>
public sealed class QuestionnaireVersion : IAppendOnly
{
    public required string ConsultationSet { get; init; }
    /// <summary>1-based.</summary>
    public int Number { get; init; }
    public required string Json { get; init; }
    public DateTime PublishedUtc { get; init; }
    /// <summary>User id; null for what came with a recipe.</summary>
    public string? PublishedBy { get; init; }
}

/// <summary>The answers of one submission. What people wrote stands in the submission's text, and only there; here it is told where.</summary>
public sealed class QuestionnaireResponse
{
    public required string SubmissionId { get; init; }
    public required string ConsultationSet { get; init; }
    public int Version { get; init; }
    /// <summary>JSON: a <see cref="StoredAnswer"/> by question key.</summary>
    public required string Json { get; init; }
}

/// <summary>An answer as it is stored.</summary>
public sealed record StoredAnswer
{
    public IReadOnlyList<string>? Choices { get; init; }
    public decimal? Number { get; init; }
    public DateOnly? Date { get; init; }
    /// <summary>Where in the submission's text its words stand, in UTF-16 units.</summary>
    public int? Start { get; init; }
    public int? Length { get; init; }
}

/// <summary>Answers that somebody has not sent yet. Readable with the draft code only, which is stored nowhere.</summary>
public sealed class ResponseDraft
{
    /// <summary>SHA-256 of the draft code, hexadecimal.</summary>
    public required string CodeHash { get; init; }
    public required string ConsultationSet { get; init; }
    /// <summary>The answers, encrypted with a key that is made from the code.</summary>
    public required byte[] Sealed { get; set; }
    public DateTime ChangedUtc { get; set; }
}

public static class QuestionnaireTables
{
    extension(PortalDb db)
    {
        public DbSet<Questionnaire> Questionnaires => db.Set<Questionnaire>();
        public DbSet<QuestionnaireVersion> QuestionnaireVersions => db.Set<QuestionnaireVersion>();
        public DbSet<QuestionnaireResponse> QuestionnaireResponses => db.Set<QuestionnaireResponse>();
        public DbSet<ResponseDraft> ResponseDrafts => db.Set<ResponseDraft>();
    }
}

sealed class QuestionnaireTable : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> table)
    {
        table.ToTable("Questionnaire").HasKey(q => q.ConsultationSet);
        table.Property(q => q.Stamp).IsConcurrencyToken();
    }
}

sealed class QuestionnaireVersionTable : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> table) => table.ToTable("QuestionnaireVersion").HasKey(v => new { v.ConsultationSet, v.Number });
}

sealed class QuestionnaireResponseTable : IEntityTypeConfiguration<QuestionnaireResponse>
{
    public void Configure(EntityTypeBuilder<QuestionnaireResponse> table)
    {
        table.ToTable("QuestionnaireResponse").HasKey(r => r.SubmissionId);
        // Exports and figures walk along it.
        table.HasIndex(r => new { r.ConsultationSet, r.SubmissionId });
    }
}

sealed class ResponseDraftTable : IEntityTypeConfiguration<ResponseDraft>
{
    public void Configure(EntityTypeBuilder<ResponseDraft> table)
    {
        table.ToTable("ResponseDraft").HasKey(d => d.CodeHash);
        table.HasIndex(d => d.ConsultationSet);
    }
}
