using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Drivers;
using Portal.Contents.Models;
using Portal.Contents.Queries;
using Portal.Contents.ViewModels;

namespace Portal.Contents.Editing;

/// <summary>Puts together what the page of an edit form shows.</summary>
public sealed class EditorPage(EditedItem items, FormDescriptors descriptors, IEnumerable<IEditorPanel> panels, ContentAccess access, CurrentUser user)
{
    public async Task<DocumentForm> FormAsync(ContentTypeDefinition type, string culture, CancellationToken cancel)
    {
        var parts = descriptors.Of(type);
        return new(parts, culture, await items.OptionsAsync(parts, Culture.Current, cancel));
    }

    /// <param name="typed">What was typed; null = what is stored.</param>
    public async Task<EditorView> OfAsync(ContentTypeDefinition type, EditedView item, CancellationToken cancel, TypedValues? typed = null, Problem? problem = null)
    {
        var form = await FormAsync(type, item.Item.Culture, cancel);
        return new()
        {
            Type = type, Culture = In(item.Item.Culture), Form = form, Typed = typed ?? form.Show(item.Document), Action = $"/admin/content/{Uri.EscapeDataString(item.Item.ContentItemId)}",
            MayPublish = access.MayPublish(item.Item), Item = item, Stamps = (item.Item.Stamp, item.Set.Stamp), TranslatedFrom = item.Source is { } source ? In(source.Culture) : null, Problem = problem,
            SharedChanges = SharedChanges(form.Parts, item.Set), Panels = await PanelsAsync(item, cancel),
            Differences = problem == SaveDraft.Stale && typed is not null ? Differences(form, item.Document, typed) : [],
        };
    }

    public async Task<EditorView> OfNewAsync(BegunItem begun, TypedValues? typed, CancellationToken cancel)
    {
        var form = await FormAsync(begun.Type, begun.Culture.Code, cancel);
        var query = begun.Original is { } from ? $"&from={Uri.EscapeDataString(from.Item.ContentItemId)}" : "";
        return new()
        {
            Type = begun.Type, Culture = begun.Culture, Form = form, Typed = typed ?? form.Show(begun.Document), Action = $"/admin/content/new/{begun.Type.Name}?culture={begun.Culture.Code}{query}",
            MayPublish = access.MayPublishNew(begun.Type.Name),
            TranslatedFrom = begun.Original is { } original ? In(original.Item.Culture) : null,
        };
    }

    /// <summary>A new item belongs to the writer's organisation until somebody says otherwise.</summary>
    public ContentDocument Empty(ContentTypeDefinition type) => user.OrganisationSet is { } own && type.Parts.Any(p => p.Type == typeof(OrganisationPart))
        ? new ContentDocument().Apply(new OrganisationPart { Organisation = new() { LocalizationSets = [own] } })
        : new();

    async Task<IReadOnlyList<EditorPanel>> PanelsAsync(EditedView item, CancellationToken cancel)
    {
        var shown = new List<EditorPanel>();
        foreach (var panel in panels.Where(p => p.AppliesTo(item.Item.ContentType)))
        {
            if (await panel.LoadAsync(item, cancel) is { } loaded) shown.Add(loaded);
        }

        return shown;
    }

    static Culture In(string code) => Culture.TryFrom(code, out var culture) ? culture : Culture.En;

    /// <returns>Labels of the shared fields whose drafted value is not the public one.</returns>
    static List<string> SharedChanges(IReadOnlyList<PartDescriptor> parts, ContentSet set)
    {
        if (set.PublishedJson is not { } published || published == set.DraftJson) return [];
        var (before, after) = (JsonNode.Parse(published)!, JsonNode.Parse(set.DraftJson)!);
        return [.. from part in parts
                   from field in part.Fields
                   where field.IsShared && !JsonNode.DeepEquals(before[part.Name]?[field.Name], after[part.Name]?[field.Name])
                   select field.Label];
    }

    static List<Difference> Differences(DocumentForm form, ContentDocument theirs, TypedValues typed)
    {
        var shown = form.Show(theirs);
        return [.. from part in form.Parts
                   from field in part.Fields
                   let spot = form.Spot("", part, field, typed)
                   where !field.Driver.Agrees(spot, shown, typed)
                   select new Difference(field.Label, string.Join('\n', field.Driver.Inputs(spot).SelectMany(shown.All).Where(v => v.Length > 0)))];
    }
}
