using Portal.Cms.Localization;
using Portal.Contents.Models;
using Portal.Contents.Queries;
using Portal.Review.Queries;

namespace Portal.Review.Panels;

/// <summary>Beside the form of every type: where its text stands on the way to the public, and the conversation about it.</summary>
public sealed class ReviewPanel(ReviewOfItem query) : IEditorPanel
{
    public bool AppliesTo(string contentType) => true;

    public async Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel)
    {
        var lang = Culture.TryFrom(item.Item.Culture, out var culture) ? culture.HtmlLang : item.Item.Culture;
        return new("_ReviewPanel", await query.RunAsync(item, lang, cancel), EditorPlace.Beside, Order: 10);
    }
}
