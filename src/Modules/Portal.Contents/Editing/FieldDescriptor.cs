using System.Reflection;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Localization;
using Portal.Contents.Drivers;

namespace Portal.Contents.Editing;

/// <summary>A field as the form shows it: a property of a part class, or what a stored definition added to the part.</summary>
public sealed class FieldDescriptor
{
    static readonly IReadOnlyDictionary<string, string> NoWords = new Dictionary<string, string>(StringComparer.Ordinal);

    public required FieldKind Kind { get; init; }
    public required FieldDriver Driver { get; init; }
    public string Name => Kind.Field;
    /// <summary>English message id, or what an administrator called it.</summary>
    public required string Label { get; init; }
    /// <summary>English message id, or what an administrator wrote; null = none.</summary>
    public string? Hint { get; init; }
    /// <summary>Words by culture that an administrator gave.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = NoWords;
    public IReadOnlyDictionary<string, string> Hints { get; init; } = NoWords;
    /// <summary>English message id of the heading it stands under, or null.</summary>
    public string? Group { get; init; }
    /// <summary>English message id of what can be unfolded at the end of the form, where the field stands in it; else null.</summary>
    public string? Fold { get; init; }
    public int Lines { get; init; } = 1;
    public bool IsRequired { get; init; }
    /// <summary>All languages of a set share the value.</summary>
    public bool IsShared { get; init; }
    public Vocabulary? Choices { get; init; }
    /// <summary>Content types that a picker may point to.</summary>
    public IReadOnlyList<string> Picks { get; init; } = [];
    public bool PicksMany { get; init; }
    /// <summary>The form leaves it out.</summary>
    public bool IsHidden { get; init; }
    /// <summary>What is stored about it; null = its class says it all.</summary>
    public FieldDefinition? Definition { get; init; }
    /// <summary>No class knows it: an administrator or a recipe added it.</summary>
    public bool IsAdded { get; init; }

    public string LabelIn(IStringLocalizer text) => In(Labels) ?? text[Label];

    public string? HintIn(IStringLocalizer text) => In(Hints) ?? (Hint is null ? null : text[Hint].Value);

    static string? In(IReadOnlyDictionary<string, string> words) => words.TryGetValue(Culture.Current.ContentCode, out var own) ? Culture.Current.Render(own) : null;

    /// <param name="editor">What its class says about it.</param>
    public static FieldDescriptor OfProperty(PropertyInfo property, EditorAttribute editor, FieldKind kind, FieldDriver driver, FieldDefinition? stored)
    {
        var picks = property.GetCustomAttribute<PicksAttribute>();
        return new()
        {
            Kind = kind, Driver = driver, Label = stored?.DisplayName ?? editor.Label, Hint = stored?.Hint ?? editor.Hint, Labels = stored?.DisplayNames ?? NoWords, Hints = stored?.Hints ?? NoWords,
            Group = editor.Group, Fold = editor.Fold, Lines = editor.Lines, IsRequired = editor.Required, IsShared = property.IsDefined(typeof(SharedAttribute)), Choices = editor.Choices is { } source ? new(source, kind.Path, stored) : null,
            Picks = picks?.Types ?? [], PicksMany = picks?.Many == true, Definition = stored, IsHidden = stored?.IsHidden == true && !editor.Required,
        };
    }

    public static FieldDescriptor OfDefinition(FieldDefinition stored, FieldKind kind, FieldDriver driver) => new()
    {
        Kind = kind, Driver = driver, Label = stored.DisplayName ?? stored.Name, Hint = stored.Hint, Labels = stored.DisplayNames, Hints = stored.Hints,
        Lines = kind.Type is nameof(MarkdownField) or nameof(HtmlField) ? 10 : stored.Editor == DefinitionNames.TextArea || kind.Type == nameof(MultiTextField) ? 5 : 1,
        IsRequired = stored.IsRequired, IsShared = stored.IsShared, Choices = stored.Options.Count == 0 ? null : new(stored, kind.Path), Picks = stored.Picks, PicksMany = stored.PicksMany, Definition = stored, IsAdded = true,
    };
}
