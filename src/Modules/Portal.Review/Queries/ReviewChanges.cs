using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Contents.Queries;
using Portal.Review.Models;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Review.Queries;

/// <summary>A field whose words changed.</summary>
public sealed record ChangedField(FieldText Field, IReadOnlyList<DiffParagraph> Paragraphs);

public sealed record ReviewChangesView(string Title, string Lang, IReadOnlyList<ChangedField> Fields);

/// <summary>What writers changed since a reader last had the text: since it was first asked for, or last returned.</summary>
public sealed class ReviewChanges(PortalDb db, EditedItem items, FieldTexts texts, ContentAccess access)
{
    public async Task<ReviewChangesView?> RunAsync(string contentItemId, CancellationToken cancel)
    {
        if (await items.FindAsync(contentItemId, cancel) is not { } edited || !access.MayEdit(edited.Item)) return null;
        if (await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.ContentItemId == contentItemId, cancel) is not { SeenJson: { } seen } review || review.VersionId != edited.Item.LatestVersionId) return null;

        var (type, code) = (edited.Item.ContentType, edited.Item.Culture);
        var (before, after) = (texts.Of(type, code, ContentDocument.Parse(seen)).ToDictionary(f => f.Name, StringComparer.Ordinal), texts.Of(type, code, edited.Document));
        var gone = before.Values.Where(b => after.All(a => a.Name != b.Name)).Select(b => b with { Text = "" });
        return new(edited.Version.DisplayText, Culture.TryFrom(code, out var culture) ? culture.HtmlLang : code,
        [
            .. from field in after.Concat(gone)
               let old = before.GetValueOrDefault(field.Name)?.Text ?? ""
               where old != field.Text
               select new ChangedField(field, [.. TextDiff.Paragraphs(Lines(old), Lines(field.Text))]),
        ]);
    }

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
