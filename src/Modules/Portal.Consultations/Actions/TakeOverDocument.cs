using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Consultations.Import;
using Portal.Consultations.Models;

namespace Portal.Consultations.Actions;

/// <summary>Makes the divided document the draft text of its consultation. A section that continues one keeps its id, and with it its comments.</summary>
public sealed class TakeOverDocument(PortalDb db, UnitOfWork work, ContentStore store, ContentAccess access, CurrentUser user, SaveDraft save)
{
    /// <summary>Limits: sections of a document, and UTF-16 units of a heading.</summary>
    public const int MostSections = 500, LongestHeading = 300;

    /// <param name="Stamp">The item's stamp when the editor saw what would be replaced.</param>
    /// <param name="SetStamp">The same for what all languages share.</param>
    public sealed record Input(string ContentItemId, string ImportId, Guid Stamp, Guid SetStamp);

    public Task<Result<ContentItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(input.ContentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);
        if (await db.DocumentImports.SingleOrDefaultAsync(i => i.Id == input.ImportId && i.ContentItemId == input.ContentItemId && i.UserId == user.Id, cancel) is not { } import) return Problem.NotFound("This document was taken over or discarded before.");

        var draft = import.Draft;
        var sections = DocumentDivision.Sections(draft.Blocks, draft.Starts);
        if (Check(draft, sections) is { Count: > 0 } errors) return Problem.Invalid(errors);

        var document = (await store.LatestAsync(item, cancel)).Document;
        Write(document, draft, sections);
        db.DocumentImports.Remove(import);
        return await save.RunAsync(new(item.ContentItemId, document, input.Stamp, input.SetStamp), cancel);
    }, cancel);

    /// <summary>What an editor's heading is, or the document's.</summary>
    public static string HeadingOf(DivisionDraft draft, DividedSection section) => draft.Headings.GetValueOrDefault(section.Start, section.Heading).Trim();

    static List<FieldError> Check(DivisionDraft draft, IReadOnlyList<DividedSection> sections)
    {
        var errors = new List<FieldError>();
        var shown = sections.Where(s => IsSection(TargetOf(draft, s))).ToList();
        if (shown.Count == 0) errors.Add(new("sections", "No section would be left."));
        if (shown.Count > MostSections) errors.Add(new("sections", "The document has {0} sections; {1} are possible.", shown.Count, MostSections));
        foreach (var section in shown)
        {
            var heading = HeadingOf(draft, section);
            if (heading.Length == 0) errors.Add(new($"h-{section.Start}", "Give this section a heading, or join it to the one above."));
            if (heading.Length > LongestHeading) errors.Add(new($"h-{section.Start}", "At most {0} characters are possible here.", LongestHeading));
        }

        foreach (var twice in shown.Where(s => TargetOf(draft, s) != DivisionTarget.New).GroupBy(s => TargetOf(draft, s), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            errors.Add(new($"t-{twice.Last().Start}", "Two sections cannot continue the same one."));
        }

        return errors;
    }

    static void Write(ContentDocument document, DivisionDraft draft, IReadOnlyList<DividedSection> sections)
    {
        var texts = new BlockText(draft.Blocks, draft.Definitions);
        var known = document.As<BagPart>(Consultation.Sections)?.ContentItems.Where(i => (string?)i["ContentItemId"] is not null).ToDictionary(i => (string)i["ContentItemId"]!, StringComparer.Ordinal) ?? [];
        var before = ConsultationSections.Order(document);
        var (items, order) = (new Dictionary<string, JsonObject>(StringComparer.Ordinal), new List<string>());
        foreach (var section in sections)
        {
            var (target, text) = (TargetOf(draft, section), section.TextOf(texts));
            if (target == DivisionTarget.Introduction) SetText(document.Content, nameof(MarkdownBodyPart), nameof(MarkdownBodyPart.Markdown), text);
            if (!IsSection(target)) continue;

            var id = target == DivisionTarget.New ? Ids.New() : target;
            var item = known.TryGetValue(id, out var old) ? (JsonObject)old.DeepClone() : new JsonObject { ["ContentItemId"] = id, ["ContentType"] = "Section" };
            item["DisplayText"] = HeadingOf(draft, section);
            SetText(item, nameof(TitlePart), nameof(TitlePart.Title), HeadingOf(draft, section));
            SetText(item, nameof(MarkdownBodyPart), nameof(MarkdownBodyPart.Markdown), text);
            items[id] = item;
            order.Add(id);
        }

        foreach (var id in draft.Kept.Where(id => before.Contains(id, StringComparer.Ordinal) && !order.Contains(id, StringComparer.Ordinal)))
        {
            // Behind what it stood behind.
            var neighbour = before.Take(before.ToList().IndexOf(id)).LastOrDefault(order.Contains);
            order.Insert(neighbour is null ? 0 : order.IndexOf(neighbour) + 1, id);
            if (known.TryGetValue(id, out var stays)) items[id] = (JsonObject)stays.DeepClone();
        }

        if (document.Content[Consultation.Sections] is not JsonObject bag) document.Content[Consultation.Sections] = bag = [];
        bag[nameof(BagPart.ContentItems)] = new JsonArray([.. order.Where(items.ContainsKey).Select(id => items[id])]);
        if (document.Content[nameof(Consultation)] is not JsonObject part) document.Content[nameof(Consultation)] = part = [];
        part[nameof(Consultation.SectionOrder)] = new JsonObject { [nameof(MultiTextField.Values)] = new JsonArray([.. order.Select(id => (JsonNode)id)]) };
    }

    static void SetText(JsonObject content, string part, string member, string text)
    {
        if (content[part] is not JsonObject json) content[part] = json = [];
        json[member] = text;
    }

    static string TargetOf(DivisionDraft draft, DividedSection section) => draft.Targets.GetValueOrDefault(section.Start, DivisionTarget.New);

    static bool IsSection(string target) => target is not (DivisionTarget.Introduction or DivisionTarget.Nothing);
}
