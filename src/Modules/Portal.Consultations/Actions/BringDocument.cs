using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Consultations.Import;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;

namespace Portal.Consultations.Actions;

/// <summary>Takes in a document that is to become the text of a consultation, and proposes how to divide it. Nothing of the consultation changes.</summary>
public sealed class BringDocument(PortalDb db, UnitOfWork work, ContentStore store, ContentAccess access, CurrentUser user, DocumentConverter converter, DocumentPictures pictures, DivisionProposal proposal, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Parts of a document that can be told apart at most.</summary>
    const int MostBlocks = 8000;

    /// <param name="FileName">Null: the text was pasted.</param>
    public sealed record Input(string ContentItemId, string? FileName, byte[] File, string Pasted);

    /// <returns>The id of the import.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken cancel)
    {
        if (await db.ContentItems.AsNoTracking().SingleOrDefaultAsync(i => i.ContentItemId == input.ContentItemId && i.ContentType == nameof(Consultation) && i.LatestVersionId != null, cancel) is not { } item) return ContentStore.NoSuchItem;
        if (!access.MayEdit(item)) return CurrentUser.NotAllowed;

        // Outside the transaction: reading a document takes seconds, and others want to write.
        var converted = input.FileName is null ? DocumentConverter.OfPasted(input.Pasted) : await converter.RunAsync(input.FileName, input.File, cancel);
        if (converted.Problem is { } problem) return problem;
        var (markdown, leftOut) = await pictures.KeepAsync(converted.Value, item.LocalizationSet, cancel);
        var text = MarkdownBlocks.Of(markdown);
        if (text.Blocks.Count == 0) return Problem.Invalid("file", "There is no text in it.");
        if (text.Blocks.Count > MostBlocks) return Problem.Invalid("file", "The document has {0} paragraphs; {1} are possible.", text.Blocks.Count, MostBlocks);

        return await work.RunAsync<string>(async () =>
        {
            if (await store.FindAsync(input.ContentItemId, cancel) is not { LatestVersionId: not null } now) return ContentStore.NoSuchItem;
            var document = (await store.LatestAsync(now, cancel)).Document;
            var draft = new DivisionDraft(text.Blocks, text.Definitions, DocumentDivision.Automatic, [], new Dictionary<int, string>(), new Dictionary<int, string>(), [], leftOut);
            var import = new DocumentImport { Id = Ids.New(), ContentItemId = now.ContentItemId, UserId = user.Id, FileName = Path.GetFileName(input.FileName ?? ""), CreatedUtc = clock.UtcNow, Json = "" };
            import.Draft = DivisionProposal.Divide(draft, DocumentDivision.Automatic, await proposal.KnownAsync(now, document, cancel), document.As<MarkdownBodyPart>()?.Markdown);
            db.DocumentImports.Add(import);
            audit.Record("Consultation", "DocumentBrought", now.ContentItemId);
            return import.Id;
        }, cancel);
    }
}
