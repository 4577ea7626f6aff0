using System.Collections.Frozen;
using System.Reflection;
using Portal.Cms.Content;
using Portal.Cms.Search;

namespace Portal.Search.Indexes;

/// <summary>Where in a field's JSON its words are.</summary>
public enum WordsOf { Text, Markdown, Values, MediaTexts }

/// <param name="InPart">The part's own value is the text, not a field's.</param>
public readonly record struct SearchedField(string Name, WordsOf Words, bool InPart = false);

/// <summary>Which fields of which parts hold text for readers, learnt from the part classes of all modules. What no class knows is on no page, so nobody finds it.</summary>
public sealed class SearchedFields
{
    readonly FrozenDictionary<string, SearchedField[]> byPart;

    public SearchedFields(IEnumerable<Assembly> modules) => byPart = modules.Append(typeof(ContentPart).Assembly).Distinct()
        .SelectMany(a => a.GetTypes())
        .Where(t => t.IsSubclassOf(typeof(ContentPart)) && !t.IsAbstract && !t.IsDefined(typeof(NotSearchedAttribute)))
        .ToFrozenDictionary(t => t.Name, t => t.GetProperties().Select(Field).OfType<SearchedField>().ToArray(), StringComparer.Ordinal);

    public IReadOnlyList<SearchedField> Of(string part) => byPart.GetValueOrDefault(part) ?? [];

    static SearchedField? Field(PropertyInfo property)
    {
        if (property.IsDefined(typeof(NotSearchedAttribute))) return null;
        var type = property.PropertyType;
        if (type == typeof(MediaField)) return new(property.Name, WordsOf.MediaTexts);
        if (property.IsDefined(typeof(SharedAttribute))) return null;

        if (type == typeof(TextField) || type == typeof(LinkField)) return new(property.Name, WordsOf.Text);
        if (type == typeof(MarkdownField)) return new(property.Name, WordsOf.Markdown);
        if (type == typeof(MultiTextField)) return new(property.Name, WordsOf.Values);
        if (property is { Name: nameof(MarkdownBodyPart.Markdown), DeclaringType.Name: nameof(MarkdownBodyPart) }) return new(property.Name, WordsOf.Markdown, InPart: true);
        return property is { Name: nameof(TitlePart.Title), DeclaringType.Name: nameof(TitlePart) } ? new(property.Name, WordsOf.Text, InPart: true) : null;
    }
}
