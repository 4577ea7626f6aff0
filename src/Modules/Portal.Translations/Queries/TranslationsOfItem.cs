using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Contents.Models;
using Portal.Contents.Queries;
using Portal.Translations.Models;

namespace Portal.Translations.Queries;

/// <summary>The languages of an item, for the panel beside its form.</summary>
public sealed record TranslationsPanel(string Set, string OwnCulture, IReadOnlyList<(Culture Culture, TranslationState State)> Cultures);

/// <summary>Leads from an item's form to the workbench in each language.</summary>
public sealed class TranslationsOfItem(PortalDb db) : IEditorPanel
{
    public bool AppliesTo(string contentType) => true;

    public async Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel)
    {
        var row = await db.SetTranslations.AsNoTracking().SingleOrDefaultAsync(s => s.LocalizationSet == item.Item.LocalizationSet, cancel);
        return row is null ? null : new("_TranslationsOfItem", new TranslationsPanel(row.LocalizationSet, item.Item.Culture, [.. Culture.ContentCultures.Select(c => (c, row.In(c.Code)))]), EditorPlace.Beside);
    }
}
