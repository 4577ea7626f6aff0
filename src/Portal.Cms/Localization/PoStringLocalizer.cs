using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Portal.Cms.Localization;

/// <summary>
/// Texts of the interface in the request's culture. The message itself, in English, stands in for a missing
/// translation. Looks up under CurrentUICulture, formats arguments under CurrentCulture.
/// </summary>
public class PoStringLocalizer(PoCatalogues catalogues, string? context = null) : IStringLocalizer
{
    public LocalizedString this[string name]
    {
        get
        {
            var catalogue = Catalogue;
            var translation = catalogue.Find(context, name);
            return new LocalizedString(name, translation ?? name, IsMissing(catalogue, translation), context);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var catalogue = Catalogue;
            var translation = catalogue.Find(context, name);
            var value = Filled(translation ?? name, arguments);
            return new LocalizedString(name, value, IsMissing(catalogue, translation), context);
        }
    }

    PoCatalogue Catalogue => catalogues.For(Culture.Current);

    public LocalizedString Plural(int count, string singular, string plural, params object[] arguments)
    {
        var catalogue = Catalogue;
        var translation = catalogue.FindPlural(context, singular, count);
        var format = translation ?? (PluralRules.Index(Culture.En, count) == 0 ? singular : plural);
        var value = Filled(format, [count, .. arguments]);
        return new LocalizedString(singular, value, IsMissing(catalogue, translation), context);
    }

    public PoStringLocalizer InContext(string name) => new(catalogues, name);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Catalogue.WithoutContext().Select(pair => new LocalizedString(pair.Key, pair.Value));

    /// <summary>Dates and abbreviations may end in a full stop ("17. децембра 2026."); at the end of a sentence there is one, not two, and before another mark a date has none.</summary>
    static string Filled(string format, object[] arguments)
    {
        var text = string.Format(CultureInfo.CurrentCulture, format, arguments);
        foreach (var stopped in arguments.OfType<string>().Where(a => a.Length > 1 && a[^1] == '.' && a[^2] != '.'))
        {
            text = text.Replace(stopped + ".", stopped, StringComparison.Ordinal);
            if (!char.IsAsciiDigit(stopped[^2])) continue;
            foreach (var mark in ",;:") text = text.Replace(stopped + mark, stopped[..^1] + mark, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>English messages are their own translation.</summary>
    static bool IsMissing(PoCatalogue catalogue, string? translation) => translation is null && catalogue.Culture != Culture.En;
}

/// <summary>Looks messages up in the context of a type, then without a context.</summary>
public sealed class PoStringLocalizer<T>(PoCatalogues catalogues) : PoStringLocalizer(catalogues, typeof(T).FullName), IStringLocalizer<T>;
