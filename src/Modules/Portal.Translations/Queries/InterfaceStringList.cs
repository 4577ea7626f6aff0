using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Translations.Interface;

namespace Portal.Translations.Queries;

/// <summary>A text of the interface in one culture.</summary>
/// <param name="Shipped">Form by form; empty texts where nothing is shipped.</param>
/// <param name="Said">What the site says now.</param>
public sealed record InterfaceRow(InterfaceMessage Message, IReadOnlyList<string> Shipped, IReadOnlyList<string> Said)
{
    public bool IsChanged => !Shipped.SequenceEqual(Said, StringComparer.Ordinal);
    public bool IsMissing => Said.Any(s => s.Length == 0);
    /// <summary>Name of the row on the page.</summary>
    public string Id => Passages.Hash($"{Message.Context}\n{Message.Id}");
}

public sealed record InterfaceList(Culture Culture, InterfaceFilter Filter, IReadOnlyList<InterfaceRow> Rows, IReadOnlyList<string> Modules, int Total, int Pages);

/// <summary>The texts of the interface, out of memory: there are some thousands.</summary>
public sealed class InterfaceStringList(InterfaceMessages messages)
{
    public const int PageSize = 25;

    public InterfaceList Run(InterfaceFilter filter)
    {
        var culture = Culture.TryFrom(filter.Culture, out var asked) ? asked : Culture.Current;
        var words = filter.Q?.Trim() ?? "";
        var rows = messages.All
            .Where(m => string.IsNullOrEmpty(filter.Module) || m.Modules.Contains(filter.Module, StringComparer.Ordinal))
            .Select(m => new InterfaceRow(m, messages.ShippedIn(culture, m), messages.SaidIn(culture, m)))
            .Where(r => filter.Show switch { InterfaceShow.Changed => r.IsChanged, InterfaceShow.Missing => r.IsMissing, _ => true })
            .Where(r => words.Length == 0 || Says(r, words)).ToList();
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        return new(culture, filter with { Culture = culture.Code, Page = page }, [.. rows.Skip((page - 1) * PageSize).Take(PageSize)], [.. messages.Modules], rows.Count, pages);
    }

    static bool Says(InterfaceRow row, string words) =>
        new[] { row.Message.Id, row.Message.PluralId ?? "" }.Concat(row.Said).Any(t => t.Contains(words, StringComparison.OrdinalIgnoreCase));
}
