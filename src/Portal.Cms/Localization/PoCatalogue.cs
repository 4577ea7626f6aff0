using System.Collections.Frozen;

namespace Portal.Cms.Localization;

/// <summary>The translations of one culture, merged from many files. Looking one up allocates nothing.</summary>
public sealed class PoCatalogue
{
    readonly FrozenDictionary<string, Message> _messages;

    PoCatalogue(Culture culture, FrozenDictionary<string, Message> messages)
    {
        Culture = culture;
        _messages = messages;
    }

    public Culture Culture { get; }

    /// <summary>Merges files in their order: the later one wins, but only with what it translates.</summary>
    public static PoCatalogue Merge(Culture culture, IEnumerable<PoFile> files)
    {
        var messages = new Dictionary<string, Message>(StringComparer.Ordinal);
        foreach (var entry in files.SelectMany(file => file.Entries).Where(entry => entry.IsTranslated))
            messages[entry.Id] = messages.GetValueOrDefault(entry.Id).With(entry.Context, entry.Translations);
        return new PoCatalogue(culture, messages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>A catalogue whose texts are this one's, each passed through a function, under the messages that it has of its own.</summary>
    public PoCatalogue Render(PoCatalogue own, Func<string, string> render)
    {
        var messages = _messages.ToDictionary(pair => pair.Key, pair => pair.Value.Select(render), StringComparer.Ordinal);
        foreach (var (id, message) in own._messages)
            messages[id] = messages.GetValueOrDefault(id).With(message);
        return new PoCatalogue(own.Culture, messages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The translation in the context, else without one; null when there is neither.</summary>
    public string? Find(string? context, string id) => Form(context, id, 0);

    /// <summary>The form for a count, in the context, else without one; null when there is neither.</summary>
    public string? FindPlural(string? context, string id, long count) => Form(context, id, PluralRules.Index(Culture, count));

    /// <summary>All forms of a message in exactly this context; null where it is not translated there.</summary>
    public IReadOnlyList<string>? FormsOf(string? context, string id) =>
        !_messages.TryGetValue(id, out var message) ? null : context is null ? message.Plain : message.In(context);

    public IEnumerable<KeyValuePair<string, string>> WithoutContext() =>
        from pair in _messages let text = Pick(pair.Value.Plain, 0) where text is not null select KeyValuePair.Create(pair.Key, text);

    string? Form(string? context, string id, int index)
    {
        if (!_messages.TryGetValue(id, out var message))
            return null;
        return (context is null ? null : Pick(message.In(context), index)) ?? Pick(message.Plain, index);
    }

    static string? Pick(string[]? forms, int index) =>
        forms is not null && index < forms.Length && forms[index].Length > 0 ? forms[index] : null;

    /// <summary>All translations of one msgid. Few messages have a context and hardly one has several, hence a plain array.</summary>
    readonly record struct Message(string[]? Plain, KeyValuePair<string, string[]>[]? Contexts)
    {
        public string[]? In(string context)
        {
            foreach (var (name, forms) in Contexts ?? [])
            {
                if (name == context)
                    return forms;
            }

            return null;
        }

        public Message With(string? context, string[] forms) => context is null
            ? this with { Plain = forms }
            : this with { Contexts = [.. (Contexts ?? []).Where(pair => pair.Key != context), KeyValuePair.Create(context, forms)] };

        public Message With(Message other) =>
            (other.Contexts ?? []).Aggregate(other.Plain is null ? this : With(null, other.Plain), (message, pair) => message.With(pair.Key, pair.Value));

        public Message Select(Func<string, string> render) => new(
            Plain?.Select(render).ToArray(),
            Contexts?.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Select(render).ToArray())).ToArray());
    }
}
