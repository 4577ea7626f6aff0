using Portal.Consultations.Checklist;
using Portal.Consultations.Models;
using Portal.Contents.Models;
using Portal.Contents.Queries;

namespace Portal.Consultations.Queries;

/// <summary>What an editor of a consultation is told above its form.</summary>
/// <param name="Commented">The sections on which people commented.</param>
public sealed record ConsultationPanelView(string Href, IReadOnlyList<CheckItem> Items, IReadOnlyList<CommentedSection> Commented, bool IsPublic)
{
    public int Blocking => Items.Count(i => i.Blocks);
    public int Advice => Items.Count - Blocking;
}

/// <summary>Leads from the form of a consultation to its checklist, to the import of its text and to its previews.</summary>
public sealed class ConsultationPanel(AnnouncementChecklist checklist, CommentedSections commented) : IEditorPanel
{
    public bool AppliesTo(string contentType) => contentType == nameof(Consultation);

    public async Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel) =>
        await checklist.RunAsync(item.Item.ContentItemId, cancel) is { } items
            ? new("_ConsultationPanel", new ConsultationPanelView($"/admin/content/{Uri.EscapeDataString(item.Item.ContentItemId)}", items, await commented.OfAsync(item.Item.ContentItemId, cancel), item.IsPublic))
            : null;
}
