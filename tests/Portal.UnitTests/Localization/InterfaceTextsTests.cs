using System.Text.RegularExpressions;
using Portal.Cms.Localization;
using Portal.UnitTests.Localization.Messages;

namespace Portal.UnitTests.Localization;

/// <summary>What the sources say in English is said in the other languages too, and nothing else is.</summary>
public partial class InterfaceTextsTests
{
    public static readonly TheoryData<string> Translated = ["sq", "sr", "bs"];

    /// <summary>Names that are written in Latin letters in any script.</summary>
    static readonly HashSet<string> LatinNames = new(["API", "Aegis", "Atom", "BY", "Base64", "BibTeX", "CC", "CSV", "Certificate", "Core", "D", "DOCX", "DOI", "ECDSA", "FreeOTP", "Git", "HTML", "ISBN", "ISSN", "JPEG", "JSON", "JavaScript", "Linux", "MB", "Markdown", "ODT", "OpenDocument", "Orchard", "P", "PDF", "PNG", "PO", "RFC", "RIS", "SHA", "SMTP", "Transparency", "UTC", "UTF", "Windows", "Word", "a", "curl", "docx", "id", "kB", "macOS", "md", "noindex", "odt", "openssl", "page", "pageSize", "pandoc", "z"], StringComparer.Ordinal);

    [Fact]
    public void The_sources_are_found()
    {
        Project.All.ShouldContain(p => p.Name == "Portal.Cms");
        Project.All.Sum(p => p.Messages.Count).ShouldBeGreaterThan(300);
    }

    [Theory, MemberData(nameof(Translated))]
    public void Every_message_is_translated(string code) => None(
        from project in Project.All
        let files = Project.All.Where(p => p == project || p.IsAlwaysThere).SelectMany(p => p.Translations).Where(t => t.Key.Code == code).Select(t => t.Value.File).ToList()
        let entries = files.SelectMany(f => f.Entries).ToLookup(e => e.Id, StringComparer.Ordinal)
        let catalogue = PoCatalogue.Merge(Of(code), files)
        from found in project.Messages
        let message = found.Message
        where catalogue.Find(message.Context, message.Id) is null || (message.PluralId is { } plural && entries[message.Id].All(e => e.PluralId != plural))
        select $"{found.File}:{message.Line}: {code} has no \"{message.Id}\"{(message.PluralId is null ? "" : $" with the plural \"{message.PluralId}\"")}");

    [Fact]
    public void Every_file_of_translations_is_complete() => None(
        from project in Project.All
        from file in project.Translations
        let text = File.ReadAllText(file.Value.Path)
        from problem in Problems(file.Key, file.Value.File, text)
        select $"{file.Value.Path}: {problem}");

    [Fact]
    public void Every_module_speaks_all_languages() => None(
        from project in Project.All
        where project.Translations.Count > 0
        from code in Translated
        where project.Translations.Keys.All(c => c.Code != code.Data)
        select $"{project.Name} has no {code.Data}.po");

    [Fact]
    public void No_translation_is_left_over() => None(
        from project in Project.All
        let messages = (project.IsAlwaysThere ? Project.All : [project]).SelectMany(p => p.Messages).Select(m => m.Message.Id).ToHashSet(StringComparer.Ordinal)
        from entry in Entries(project)
        where !messages.Contains(entry.Entry.Id)
        select $"{entry.Path}:{entry.Entry.Line}: no source of {project.Name} says \"{entry.Entry.Id}\"");

    /// <summary>Modules share one catalogue: with two translations of one message it would hang on their order which one people read.</summary>
    [Fact]
    public void A_message_has_one_translation_wherever_it_is_translated() => None(
        from entry in Project.All.SelectMany(Entries)
        group entry by (entry.Culture, entry.Entry.Context, entry.Entry.Id) into same
        where same.Select(e => string.Join('|', e.Entry.Translations)).Distinct(StringComparer.Ordinal).Count() > 1
        select $"{same.Key.Culture.Code}: \"{same.Key.Id}\" is {string.Join(" and ", same.Select(e => $"\"{string.Join(" | ", e.Entry.Translations)}\" in {e.Path}:{e.Entry.Line}"))}");

    [Fact]
    public void Placeholders_are_those_of_the_message() => None(
        from entry in Project.All.SelectMany(Entries)
        from form in entry.Entry.Translations
        where !Placeholders(form).SetEquals(Placeholders(entry.Entry.PluralId ?? entry.Entry.Id))
        select $"{entry.Path}:{entry.Entry.Line}: \"{form}\" has other placeholders than \"{entry.Entry.Id}\"");

    [Fact]
    public void Each_language_is_written_in_its_own_script() => None(
        from entry in Project.All.SelectMany(Entries)
        from form in entry.Entry.Translations
        let text = Unwritten().Replace(form, " ")
        from word in (entry.Culture == Culture.Sr ? LatinWord() : CyrillicWord()).Matches(text).Select(m => m.Value)
        where !LatinNames.Contains(word)
        select $"{entry.Path}:{entry.Entry.Line}: {word} in \"{form}\"");

    static IEnumerable<string> Problems(Culture culture, PoFile file, string text)
    {
        if (file.Header.GetValueOrDefault("Language") != culture.Code) yield return "the header names another language";
        if (!file.Header.ContainsKey("Plural-Forms")) yield return "the header says nothing of plurals";
        if (text.Contains("\n#,", StringComparison.Ordinal) && text.Contains("fuzzy", StringComparison.Ordinal)) yield return "a translation is fuzzy";
        if (text.Contains("\n#~", StringComparison.Ordinal)) yield return "a translation is obsolete";
        foreach (var entry in file.Entries.Where(e => e.Translations.Any(string.IsNullOrWhiteSpace))) yield return $"\"{entry.Id}\" is not translated";
    }

    static IEnumerable<(Culture Culture, string Path, PoEntry Entry)> Entries(Project project) =>
        from file in project.Translations from entry in file.Value.File.Entries select (file.Key, file.Value.Path, entry);

    static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    static Culture Of(string code) => Culture.TryFrom(code, out var culture) ? culture : throw new ArgumentException(code, nameof(code));

    static void None(IEnumerable<string> problems)
    {
        var list = problems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} in all:\n{string.Join('\n', list)}");
    }

    [GeneratedRegex(@"\{\d+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    /// <summary>What is the same in any language: placeholders, web and e-mail addresses.</summary>
    [GeneratedRegex(@"\{\d+\}|https?://\S*|\S+@\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unwritten();

    [GeneratedRegex(@"[A-Za-z]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"\p{IsCyrillic}\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CyrillicWord();
}
