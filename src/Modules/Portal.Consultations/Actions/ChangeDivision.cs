using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Consultations.Import;
using Portal.Consultations.Queries;

namespace Portal.Consultations.Actions;

/// <summary>Keeps what an editor decided about a document: headings, what becomes of each section; joins, splits or divides it anew.</summary>
public sealed class ChangeDivision(PortalDb db, UnitOfWork work, ContentStore store, ContentAccess access, CurrentUser user, DivisionProposal proposal)
{
    public const string Merge = "merge", Split = "split", Divide = "divide", Discard = "discard";

    /// <param name="Pressed">What is done: one of the words above, for the first two with the index of a block; anything else only keeps what was typed.</param>
    /// <param name="Headings">By start of the section.</param>
    /// <param name="Targets">By start of the section.</param>
    public sealed record Input(string ContentItemId, string ImportId, string Pressed, string Way, IReadOnlyDictionary<int, string> Headings, IReadOnlyDictionary<int, string> Targets, IReadOnlyList<string> Kept);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await store.FindAsync(input.ContentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (await db.DocumentImports.SingleOrDefaultAsync(i => i.Id == input.ImportId && i.ContentItemId == input.ContentItemId && i.UserId == user.Id, cancel) is not { } import) return Problem.NotFound("This document was taken over or discarded before.");

        var (verb, at) = Read(input.Pressed);
        if (verb == Discard)
        {
            db.DocumentImports.Remove(import);
            return default(Done);
        }

        var document = (await store.LatestAsync(item, cancel)).Document;
        var known = await proposal.KnownAsync(item, document, cancel);
        var draft = Typed(import.Draft, input, known);
        import.Draft = verb switch
        {
            Divide => DivisionProposal.Divide(draft, DocumentDivision.Ways.Contains(input.Way, StringComparer.Ordinal) ? input.Way : DocumentDivision.Automatic, known, document.As<MarkdownBodyPart>()?.Markdown),
            Merge when at > 0 => Without(draft, at),
            Split when at > 0 && at < draft.Blocks.Count && !draft.Starts.Contains(at) => draft with
            {
                Starts = [.. draft.Starts.Append(at).Order()],
                Targets = new Dictionary<int, string>(draft.Targets) { [at] = DivisionTarget.New },
            },
            _ => draft,
        };
        return default(Done);
    }, cancel);

    static DivisionDraft Typed(DivisionDraft draft, Input input, IReadOnlyList<KnownSection> known)
    {
        bool IsTarget(string target) => target is DivisionTarget.New or DivisionTarget.Introduction or DivisionTarget.Nothing || known.Any(k => k.Id == target);
        return draft with
        {
            Headings = new Dictionary<int, string>(input.Headings.Where(h => draft.Starts.Contains(h.Key) && ContentText.IsStorable(h.Value))),
            Targets = new Dictionary<int, string>(draft.Starts.Select(s => KeyValuePair.Create(s, input.Targets.TryGetValue(s, out var target) && IsTarget(target) ? target : draft.Targets.GetValueOrDefault(s, DivisionTarget.New)))),
            Kept = [.. input.Kept.Where(id => known.Any(k => k.Id == id)).Distinct(StringComparer.Ordinal)],
        };
    }

    static DivisionDraft Without(DivisionDraft draft, int start) => draft with
    {
        Starts = [.. draft.Starts.Where(s => s != start)],
        Headings = draft.Headings.Where(h => h.Key != start).ToDictionary(h => h.Key, h => h.Value),
        Targets = draft.Targets.Where(t => t.Key != start).ToDictionary(t => t.Key, t => t.Value),
    };

    static (string Verb, int At) Read(string pressed) =>
        pressed.Split(' ') is [var verb, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (verb, at) : (pressed, -1);
}
