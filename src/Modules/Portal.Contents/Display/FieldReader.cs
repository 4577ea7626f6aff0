using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Contents.Editing;

namespace Portal.Contents.Display;

/// <summary>A field as readers see it.</summary>
/// <param name="Label">In the reader's language; null where the text stands for itself, as a body does.</param>
/// <param name="Links">Links of the field, and those of items that it points to.</param>
public sealed record ReadField(string? Label, FieldContent Content, IReadOnlyList<FieldLink> Links);

/// <summary>Fields that belong together: those of the item, or those of one item in a bag.</summary>
/// <param name="Heading">What the bag holds, or the contained item's title; null for the item itself.</param>
public sealed record ReadGroup(string? Heading, int Level, IReadOnlyList<ReadField> Fields);

/// <summary>Reads items by their definitions, for pages that know no type: two queries at most for what its fields point to.</summary>
public sealed class FieldReader(FormDescriptors descriptors, ContentNames names, PortalDb db, PageCaching caching, MarkdownRenderer markdown, IStringLocalizer text)
{
    /// <summary>Fields that say something other than to readers.</summary>
    static readonly string[] Silent = [nameof(TitlePart), nameof(AutoroutePart), nameof(AliasPart), nameof(SeoMetaPart), nameof(LocalizationPart), nameof(OrganisationPart), nameof(TopicsPart)];

    sealed record Found(ReadGroupSeed Group, FieldDescriptor Field, FieldContent Content);

    sealed record ReadGroupSeed(string? Heading, int Level);

    /// <param name="isRead">Which fields; bags come with the whole of their items.</param>
    public async Task<IReadOnlyList<ReadGroup>> ReadAsync(ContentTypeDefinition type, ContentDocument document, Culture culture, Func<PartDescriptor, FieldDescriptor?, bool> isRead, CancellationToken cancel)
    {
        // Labels hang on the definitions.
        caching.Tag(Tags.Definitions);
        var found = Find(descriptors.Of(type), document.Content, new(culture, markdown, text), new(null, 2), isRead).ToList();
        var known = await names.InAsync(culture, found.SelectMany(f => f.Content.Sets), cancel);
        var items = await ItemsAsync([.. found.SelectMany(f => f.Content.Items).Distinct(StringComparer.Ordinal)], cancel);
        return [.. found.GroupBy(f => f.Group).Select(group => new ReadGroup(group.Key.Heading, group.Key.Level, [.. group.Select(Read).OfType<ReadField>()])).Where(g => g.Fields.Count > 0 || g.Heading is not null)];

        ReadField? Read(Found f)
        {
            FieldLink[] links = [.. f.Content.Links, .. f.Content.Sets.Select(known.GetValueOrDefault).OfType<ContentName>().Select(n => new FieldLink(n.Href, n.Name)), .. f.Content.Items.Select(items.GetValueOrDefault).OfType<FieldLink>()];
            var isEmpty = links.Length == 0 && f.Content is { Lines.Count: 0, Html: null, Pictures.Count: 0 };
            return isEmpty ? null : new(f.Field.Kind.Part is nameof(MarkdownBodyPart) or nameof(HtmlBodyPart) ? null : f.Field.LabelIn(text), f.Content, links);
        }
    }

    static IEnumerable<Found> Find(IReadOnlyList<PartDescriptor> parts, JsonObject content, Reading reading, ReadGroupSeed group, Func<PartDescriptor, FieldDescriptor?, bool> isRead)
    {
        foreach (var part in parts)
        {
            var json = content[part.Name] as JsonObject;
            foreach (var field in part.Fields.Where(f => !Silent.Contains(f.Kind.Part, StringComparer.Ordinal) && isRead(part, f)))
            {
                if (json?[field.Name] is { } value && field.Driver.Display(field, value, reading) is { } shown) yield return new(group, field, shown);
            }

            if (part.Bag is not { } bag || !isRead(part, null)) continue;
            foreach (var (_, item) in Bags.ItemsOf(json))
            {
                var title = reading.Culture.Render(new ContentDocument(item).DisplayText);
                var inside = new ReadGroupSeed(title.Length > 0 ? title : bag.Contained.NameIn(reading.Culture, reading.Text), group.Level + 1);
                foreach (var found in Find(bag.Parts, item, reading, inside, (_, _) => true)) yield return found;
            }
        }
    }

    async Task<Dictionary<string, FieldLink>> ItemsAsync(string[] ids, CancellationToken cancel)
    {
        if (ids.Length == 0) return [];
        var rows = await (from item in db.ContentItems
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          where ids.Contains(item.ContentItemId) && item.PublishedPath != null
                          select new { item.ContentItemId, item.LocalizationSet, item.Culture, item.PublishedPath, version.DisplayText }).ToListAsync(cancel);
        caching.Tag(rows.Select(r => Tags.Set(r.LocalizationSet)));
        return rows.ToDictionary(r => r.ContentItemId, r => new FieldLink($"/{r.Culture}/{r.PublishedPath}", r.DisplayText), StringComparer.Ordinal);
    }
}
