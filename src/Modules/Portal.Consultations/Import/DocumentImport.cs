using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;
using Portal.Cms.Jobs;

namespace Portal.Consultations.Import;

/// <summary>A document that an editor is dividing into sections. Belongs to who brought it; forgotten after some days.</summary>
public sealed class DocumentImport
{
    /// <summary>Days after which an import that nobody finished is forgotten.</summary>
    public const int KeptDays = 7;

    public required string Id { get; init; }
    public required string ContentItemId { get; init; }
    public string? UserId { get; init; }
    public required string FileName { get; init; }
    public DateTime CreatedUtc { get; init; }
    /// <summary>A <see cref="DivisionDraft"/>.</summary>
    public required string Json { get; set; }

    public DivisionDraft Draft
    {
        get => JsonSerializer.Deserialize<DivisionDraft>(Json)!;
        set => Json = JsonSerializer.Serialize(value);
    }
}

/// <summary>What an editor has decided about a document so far.</summary>
/// <param name="Starts">Indices of the blocks that begin a section.</param>
/// <param name="Headings">Headings that the editor wrote, by the start of their section.</param>
/// <param name="Targets">What a section becomes, by its start: an id, or one of <see cref="DivisionTarget"/>.</param>
/// <param name="Kept">Ids of sections that the document does not have and that stay all the same.</param>
/// <param name="LeftOut">Pictures that could not be taken.</param>
public sealed record DivisionDraft(
    IReadOnlyList<TextBlock> Blocks, IReadOnlyDictionary<string, string> Definitions, string Way, IReadOnlyList<int> Starts,
    IReadOnlyDictionary<int, string> Headings, IReadOnlyDictionary<int, string> Targets, IReadOnlyList<string> Kept, int LeftOut);

/// <summary>What a section of a document becomes, where it is no section that is there.</summary>
public static class DivisionTarget
{
    public const string New = "+new", Introduction = "+introduction", Nothing = "+nothing";
}

public static class DocumentImportTables
{
    extension(PortalDb db)
    {
        public DbSet<DocumentImport> DocumentImports => db.Set<DocumentImport>();
    }
}

sealed class DocumentImportTable : IEntityTypeConfiguration<DocumentImport>
{
    public void Configure(EntityTypeBuilder<DocumentImport> table)
    {
        table.ToTable("ConsultationDocumentImport").HasKey(i => i.Id);
        table.Ignore(i => i.Draft);
        table.HasIndex(i => i.CreatedUtc);
    }
}

/// <summary>Deletes imports that nobody finished.</summary>
public sealed class ForgetDocumentImports(PortalDb db, UnitOfWork work, TimeProvider clock) : IJob
{
    public Task RunAsync(CancellationToken cancel) => work.RunAsync<Cms.Done>(async () =>
    {
        var before = clock.UtcNow.AddDays(-DocumentImport.KeptDays);
        await db.DocumentImports.Where(i => i.CreatedUtc < before).ExecuteDeleteAsync(cancel);
        return default(Cms.Done);
    }, cancel);
}
