using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Translations.Actions;
using Portal.Translations.Interface;

namespace Portal.Translations.Exchange;

/// <summary>The words of the interface as a PO file, and back.</summary>
public sealed class InterfaceExchange(InterfaceMessages messages)
{
    public string Export(Culture culture) => PoWriter.Write(culture, [("X-Generator", "Portal")], messages.All.Select(m => new PoMessage(m.Context, m.Id, m.PluralId, messages.SaidIn(culture, m), [], m.Modules)));

    public Result<PoImport> Read(string text, Culture culture)
    {
        var parsed = PoUpload.Parse(text, culture);
        if (parsed.Problem is { } problem) return problem;
        if (parsed.Value.Header.TryGetValue("Language", out var named) && (!Culture.TryFrom(named.Replace('_', '-'), out var language) || language != culture))
            return Problem.Invalid("file", "The file says that it is in another language: {0}.", named);

        var (changes, refused) = (new List<PoChange>(), new List<PoRefusal>());
        foreach (var entry in parsed.Value.Entries.Where(e => e.IsTranslated))
        {
            if (messages.Find(entry.Context, entry.Id) is not { } message) refused.Add(new(entry.Id, "No page says this text."));
            else if (ChangeInterfaceString.Wrong(message, culture, entry.Translations) is [var wrong, ..]) refused.Add(new(entry.Id, wrong.Message, wrong.Args));
            else if (messages.SaidIn(culture, message) is var said && !said.SequenceEqual(entry.Translations, StringComparer.Ordinal))
                changes.Add(new(KeyOf(message), string.Join(", ", message.Modules), message.Id, string.Join('\n', said), string.Join('\n', entry.Translations)));
        }

        return new PoImport(culture, null, changes, refused);
    }

    /// <returns>The entries of a file that would change something.</returns>
    public IEnumerable<ChangeInterfaceString.Input> ChangesIn(string text, PoImport import)
    {
        var wanted = import.Changes.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return from entry in PoUpload.Parse(text, import.Culture).Value.Entries
               where wanted.Contains($"{entry.Context}\u0004{entry.Id}")
               select new ChangeInterfaceString.Input(import.Culture, entry.Context, entry.Id, entry.Translations);
    }

    /// <summary>As gettext itself names a message in a context.</summary>
    static string KeyOf(InterfaceMessage message) => $"{message.Context}\u0004{message.Id}";
}
