using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Sections;

/// <summary>The fields that an administrator added to a type of a module, on the page that the module made: two queries, and only for types that have any.</summary>
public sealed class AddedFields(ContentTypes types, PublishedContent content, FieldReader fields, PortalDb db) : IContentSection
{
    /// <summary>Parts of the kernel that say something to readers and that a module's page does not know when an administrator adds them.</summary>
    static readonly Type[] Texts = [typeof(MarkdownBodyPart), typeof(HtmlBodyPart)];

    public bool AppliesTo(string contentType) => types.Find(contentType) is { IsStored: false } type && type.Parts.Any(p => IsAddedPart(type, p) || p.AddedFields.Any());

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var type = types.Find(page.ContentType)!;
        var id = await db.ContentItems.Where(i => i.LocalizationSet == page.Set && i.Culture == page.Culture.ContentCode).Select(i => i.ContentItemId).SingleOrDefaultAsync(cancel);
        if (id is null || await content.FindAsync(id, cancel) is not { } item) return [];

        var added = type.Parts.Where(p => IsAddedPart(type, p)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var groups = await fields.ReadAsync(type, item.Document, page.Culture, (part, field) => field is not null && (field.IsAdded || added.Contains(part.Name)), cancel);
        return groups.Count == 0 ? [] : [new("after", null, "_AddedFields", groups)];
    }

    bool IsAddedPart(ContentTypeDefinition type, PartDefinition part) => Texts.Contains(part.Type) && types.OfModules.Single(t => t.Name == type.Name).Parts.All(p => p.Name != part.Name);
}
