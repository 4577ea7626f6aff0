using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;
using Portal.Contents.Models;
using Portal.Contents.Queries;

namespace Portal.Contents.ViewModels;

/// <summary>The edit form of an item that is there, or of one that is not yet.</summary>
public sealed record EditorView
{
    public required ContentTypeDefinition Type { get; init; }
    /// <summary>The language the item is written in.</summary>
    public required Culture Culture { get; init; }
    public required DocumentForm Form { get; init; }
    public required TypedValues Typed { get; init; }
    /// <summary>Where the form is sent.</summary>
    public required string Action { get; init; }
    public required bool MayPublish { get; init; }
    /// <summary>Null: a new item.</summary>
    public EditedView? Item { get; init; }
    /// <summary>The item's stamp and its set's when the form was read.</summary>
    public (Guid Item, Guid Set) Stamps { get; init; }
    /// <summary>What the translation is made from; null for an original.</summary>
    public Culture? TranslatedFrom { get; init; }
    public Problem? Problem { get; init; }
    /// <summary>Somebody else saved meanwhile: what is to be chosen.</summary>
    public EditConflict? Conflict { get; init; }
    /// <summary>Under what this person's unsaved work on the form is kept.</summary>
    public required string UnsavedForm { get; init; }
    /// <summary>The form holds unsaved work of this instant (UTC); null = what is stored.</summary>
    public DateTime? UnsavedSince { get; init; }
    /// <summary>What the form held when it was read; see <see cref="EditConflict.Read"/>.</summary>
    public string Read { get; init; } = "";
    /// <summary>Names of the shared fields that publishing changes in every language.</summary>
    public IReadOnlyList<string> SharedChanges { get; init; } = [];
    /// <summary>What other modules show above the fields.</summary>
    public IReadOnlyList<EditorPanel> Panels { get; init; } = [];
    /// <summary>What the inputs begin with that are worked on next: a contained item that was added or moved.</summary>
    public string? Focus { get; init; }

    /// <summary>What stands folded at the form's end. Open where something is filled in or wrong: nothing that is there is hidden.</summary>
    public IEnumerable<FoldView> Folds => Form.Parts
        .SelectMany(part => part.Fields.Where(f => f.Fold is not null), (part, folded) => (Fold: folded.Fold!, Field: new FieldView(this, Form.Spot("", part, folded, Typed))))
        .GroupBy(f => f.Fold, f => f.Field, StringComparer.Ordinal)
        .Select(fold => new FoldView(fold.Key, [.. fold]));

    public IEnumerable<FieldError> ErrorsOf(string name) => Problem?.Errors.Where(e => e.Field == name) ?? [];

    /// <summary>The language's own form, so that spelling is checked and read aloud in it.</summary>
    public string Lang => Culture.HtmlLang;
}

/// <summary>Fields that can be unfolded.</summary>
/// <param name="Heading">English message id.</param>
public sealed record FoldView(string Heading, IReadOnlyList<FieldView> Fields)
{
    public bool IsOpen => Fields.Any(f => f.IsInvalid || f.Inputs.Any(name => f.Editor.Typed.All(name).Any(value => value.Length > 0)));
}

/// <summary>One item of a bag on the page.</summary>
public sealed record BagItemView(EditorView Editor, PartDescriptor Part, string Key, int Number, int Of)
{
    /// <summary>In place of the key of an item that a script adds.</summary>
    public const string NewKey = "new-item-key";

    public bool IsBlank => Key == NewKey;
}

/// <summary>One field on the page.</summary>
public sealed record FieldView(EditorView Editor, FieldSpot Spot)
{
    public string Name => Spot.Name;
    public FieldDescriptor Field => Spot.Field;
    public string Value => Editor.Typed[Name];
    public IReadOnlyList<string> Values => Editor.Typed.All(Name);
    public IReadOnlyList<string> Inputs { get; } = Spot.Field.Driver.Inputs(Spot);
    public IReadOnlyList<FieldError> Errors { get; } = [.. Spot.Field.Driver.Inputs(Spot).Append(Spot.Name).Distinct(StringComparer.Ordinal).SelectMany(Editor.ErrorsOf)];
    public bool IsInvalid => Errors.Count > 0;
    public string? Invalid => IsInvalid ? "true" : null;
    /// <summary>Value of <c>lang</c> for what is typed; null where it is no text of the item's language.</summary>
    public string? Lang => Field.IsShared ? null : Editor.Lang;
    public bool HasFocus { get; init; }

    /// <summary>Value of <c>aria-describedby</c>: hint and error, as far as they are there.</summary>
    public string? DescribedBy
    {
        get
        {
            string[] ids = [.. Field.Hint is null && Field.Hints.Count == 0 ? Array.Empty<string>() : [$"{Name}-hint"], .. IsInvalid ? [$"{Name}-error"] : Array.Empty<string>()];
            return ids.Length == 0 ? null : string.Join(' ', ids);
        }
    }
}
