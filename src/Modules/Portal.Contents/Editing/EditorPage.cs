using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
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
public sealed class EditorPage(FormDescriptors descriptors, PickerChoices choices, FindUnsavedWork unsaved, IEnumerable<IEditorPanel> panels, ContentAccess access, CurrentUser user, IStringLocalizer text)
{
    /// <param name="typed">What stands in the inputs: pickers offer what is chosen in them and what is searched for.</param>
    public async Task<DocumentForm> FormAsync(ContentTypeDefinition type, string culture, TypedValues typed, CancellationToken cancel)
    {
        var form = Plain(type, culture);
        return new(form.Parts, culture, await choices.ForAsync([.. form.Spots(typed)], typed, Culture.Current, cancel));
    }

    /// <summary>A form without anything to choose from: for putting documents into inputs.</summary>
    public DocumentForm Plain(ContentTypeDefinition type, string culture) => new([.. descriptors.Of(type).Select(Shown)], culture, PickerOptions.None);

    static PartDescriptor Shown(PartDescriptor part) => part.Fields.Any(f => f.IsHidden) ? part with { Fields = [.. part.Fields.Where(f => !f.IsHidden)] } : part;

    /// <summary>The form as it is opened: with what is stored, or with what this person typed and did not save.</summary>
    public async Task<EditorView> OpenAsync(ContentTypeDefinition type, EditedView item, CancellationToken cancel)
    {
        var kept = await unsaved.OfAsync(item.Item.ContentItemId, cancel);
        if (kept is null) return await OfAsync(type, item, cancel);
        return await OfAsync(type, item, cancel, TypedValues.OfJson(kept.Json)) with { Stamps = (kept.Stamp, kept.SetStamp), UnsavedSince = kept.KeptUtc };
    }

    /// <param name="typed">What was typed; null = what is stored.</param>
    public async Task<EditorView> OfAsync(ContentTypeDefinition type, EditedView item, CancellationToken cancel, TypedValues? typed = null, Problem? problem = null)
    {
        var stored = Plain(type, item.Item.Culture).Show(item.Document);
        var form = await FormAsync(type, item.Item.Culture, typed ?? stored, cancel);
        var conflict = problem == SaveDraft.Stale && typed is not null ? EditConflict.Merge(form, typed, stored, text) : null;
        var read = typed is null || conflict is not null ? EditConflict.DigestOf(form, stored) : typed[EditConflict.Read];
        return new()
        {
            Type = type, Culture = In(item.Item.Culture), Form = form, Typed = typed ?? stored, Action = $"/admin/content/{Uri.EscapeDataString(item.Item.ContentItemId)}", UnsavedForm = item.Item.ContentItemId, Read = read,
            MayPublish = access.MayPublish(item.Item), Item = item, Stamps = (item.Item.Stamp, item.Set.Stamp), TranslatedFrom = item.Source is { } source ? In(source.Culture) : null, Problem = problem,
            SharedChanges = SharedChanges(form.Parts, item.Set), Panels = await PanelsAsync(item, cancel), Conflict = conflict,
        };
    }

    /// <param name="asked">What the address says for single inputs, by their names: a link from another text chooses that text. It fills what is empty.</param>
    public async Task<EditorView> OpenNewAsync(BegunItem begun, TypedValues asked, CancellationToken cancel)
    {
        var kept = await unsaved.OfAsync(begun.UnsavedForm, cancel);
        var form = Plain(begun.Type, begun.Culture.Code);
        var typed = kept is null ? form.Show(begun.Document) : TypedValues.OfJson(kept.Json);
        foreach (var name in form.Spots(typed).Select(s => s.Name).Where(n => asked[n].Length > 0 && typed[n].Length == 0).ToList()) typed.Set(name, asked.All(name));
        return await OfNewAsync(begun, typed, cancel) with { UnsavedSince = kept?.KeptUtc };
    }

    public async Task<EditorView> OfNewAsync(BegunItem begun, TypedValues? typed, CancellationToken cancel)
    {
        var shown = typed ?? Plain(begun.Type, begun.Culture.Code).Show(begun.Document);
        var query = begun.Original is { } from ? $"&from={Uri.EscapeDataString(from.Item.ContentItemId)}" : "";
        return new()
        {
            Type = begun.Type, Culture = begun.Culture, Form = await FormAsync(begun.Type, begun.Culture.Code, shown, cancel), Typed = shown, UnsavedForm = begun.UnsavedForm,
            Action = $"/admin/content/new/{begun.Type.Name}?culture={begun.Culture.Code}{query}",
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
    List<string> SharedChanges(IReadOnlyList<PartDescriptor> parts, ContentSet set)
    {
        if (set.PublishedJson is not { } published || published == set.DraftJson) return [];
        var (before, after) = (JsonNode.Parse(published)!, JsonNode.Parse(set.DraftJson)!);
        return [.. from part in parts
                   from field in part.Fields
                   where field.IsShared && !JsonNode.DeepEquals(before[part.Name]?[field.Name], after[part.Name]?[field.Name])
                   select field.LabelIn(text)];
    }
}
