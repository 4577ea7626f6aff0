using Portal.Cms.Localization;

namespace Portal.Translations.Interface;

/// <summary>A text of the interface.</summary>
/// <param name="Context">Null where the text means one thing only.</param>
/// <param name="Id">The English text of the sources.</param>
/// <param name="PluralId">The English text for more than one; null where there is no count in it.</param>
/// <param name="Modules">Where it is used.</param>
public sealed record InterfaceMessage(string? Context, string Id, string? PluralId, IReadOnlyList<string> Modules)
{
    /// <summary>How many forms the text has in a culture.</summary>
    public int FormsIn(Culture culture) => PluralId is null ? 1 : PluralRules.FormCount(culture);
}

/// <summary>Every text of the interface that the enabled modules ship, found in their files of translations.</summary>
public sealed class InterfaceMessages(PoCatalogues catalogues)
{
    readonly Lazy<IReadOnlyList<InterfaceMessage>> all = new(() => Read(catalogues));

    public IReadOnlyList<InterfaceMessage> All => all.Value;

    public IEnumerable<string> Modules => All.SelectMany(m => m.Modules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public InterfaceMessage? Find(string? context, string id) => All.FirstOrDefault(m => m.Id == id && m.Context == context);

    /// <returns>What is shipped in a culture, form by form; empty texts where nothing is.</returns>
    public IReadOnlyList<string> ShippedIn(Culture culture, InterfaceMessage message) => Fill(catalogues.ShippedIn(culture), culture, message);

    /// <returns>What the site says in a culture now, form by form.</returns>
    public IReadOnlyList<string> SaidIn(Culture culture, InterfaceMessage message) => Fill(catalogues.For(culture), culture, message);

    static IReadOnlyList<string> Fill(PoCatalogue catalogue, Culture culture, InterfaceMessage message)
    {
        var forms = catalogue.FormsOf(message.Context, message.Id);
        // English is its own translation.
        if (forms is null && culture == Culture.En) forms = message.PluralId is { } plural ? [message.Id, plural] : [message.Id];
        return [.. Enumerable.Range(0, message.FormsIn(culture)).Select(i => forms?.ElementAtOrDefault(i) ?? "")];
    }

    static IReadOnlyList<InterfaceMessage> Read(PoCatalogues catalogues) =>
        [.. (from culture in Culture.ContentCultures
             from file in catalogues.FilesOf(culture)
             from entry in file.Entries
             group (Entry: entry, Module: file.Name.Split('/')[0]) by (entry.Context, entry.Id) into same
             select new InterfaceMessage(same.Key.Context, same.Key.Id, same.Select(s => s.Entry.PluralId).FirstOrDefault(p => p is not null), [.. same.Select(s => s.Module).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .OrderBy(m => m.Modules[0], StringComparer.Ordinal).ThenBy(m => m.Id, StringComparer.Ordinal)];
}
