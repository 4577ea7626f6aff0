using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Translations.Models;
using Portal.Translations.Queries;

namespace Portal.Translations.Actions;

/// <summary>Saves a translation as a draft: a new text of the set, or the next state of the one that is there. Never publishes; what all languages share stays as it is.</summary>
public sealed class SaveTranslation(PortalDb db, UnitOfWork work, Workbench workbench, SaveDraft save, CreateContentItem create)
{
    /// <param name="SourceVersionId">The version of the source that was read.</param>
    /// <param name="Texts">Translations by row; rows that are not among them stay as they are.</param>
    /// <param name="SaysTheSame">Rows that were reworded in the source and still say the same here.</param>
    /// <param name="Own">Yes-or-no fields of this language, by part and field; null = as they are.</param>
    /// <param name="Follows">The whole translation now says what the source says.</param>
    /// <param name="Stamp">The translation's stamp when it was read; null = there was none.</param>
    /// <param name="SetStamp">The same for what all languages share; null = not checked.</param>
    public sealed record Input(
        string Set, Culture Culture, Culture From, string SourceVersionId, IReadOnlyDictionary<string, string> Texts, IReadOnlySet<string> SaysTheSame,
        IReadOnlySet<string>? Own, bool Follows, Guid? Stamp, Guid? SetStamp = null);

    public Task<Result<ContentItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await workbench.FindAsync(input.Set, input.Culture, input.From, input.SourceVersionId, cancel) is not { } text) return ContentStore.NoSuchItem;
        if (input.Stamp != text.Target?.Item.Stamp) return SaveDraft.Stale;
        if (Missing(text, input) is { } missing) return missing;

        var (content, pairs) = text.Draft.Write(input.Texts, input.SaysTheSame);
        WriteOwn(text, input, content);
        var document = ContentDocument.Compose(content.ToJsonString(ContentDocument.Json), text.Set.DraftJson);
        var saved = text.Target is { } target
            ? await save.RunAsync(new(target.Item.ContentItemId, document, input.Stamp, input.SetStamp, input.Follows ? text.SourceVersion.VersionId : null), cancel)
            : await create.RunAsync(new(text.Type.Name, input.Culture.Code, document, input.Set, text.SourceVersion.VersionId), cancel);
        if (saved.Problem is null) await KeepAsync(saved.Value.ContentItemId, text.Source.Item.Culture, pairs.ToString(), cancel);
        return saved;
    }, cancel);

    /// <summary>A text without a title would be nameless in every list.</summary>
    static Problem? Missing(WorkbenchText text, Input input)
    {
        var title = text.Draft.Fields.FirstOrDefault(f => f.Key == $"{nameof(TitlePart)}.{nameof(TitlePart.Title)}")?.Rows is [var row, ..] ? row : null;
        return title is not null && string.IsNullOrWhiteSpace(input.Texts.GetValueOrDefault(title.Id, title.Stored)) ? Problem.Invalid(title.Id, "Translate the title first: lists call the text by it.") : null;
    }

    static void WriteOwn(WorkbenchText text, Input input, JsonObject content)
    {
        foreach (var (part, field, _) in input.Own is null ? [] : Texts.TypeTexts.Of(text.Type).Own)
        {
            var (isSet, was) = (input.Own!.Contains($"{part}.{field}"), (bool?)(content[part] as JsonObject)?[field]?[nameof(BooleanField.Value)] == true);
            if (isSet == was) continue;
            if (content[part] is not JsonObject json) content[part] = json = new();
            json[field] = new JsonObject { [nameof(BooleanField.Value)] = isSet };
        }
    }

    async Task KeepAsync(string contentItemId, string sourceCulture, string json, CancellationToken cancel)
    {
        if (await db.TranslationPairs.FindAsync([contentItemId, sourceCulture], cancel) is { } row) row.Json = json;
        else db.TranslationPairs.Add(new() { ContentItemId = contentItemId, SourceCulture = sourceCulture, Json = json });
    }
}
