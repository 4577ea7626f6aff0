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
            var value = string.Format(CultureInfo.CurrentCulture, translation ?? name, arguments);
            return new LocalizedString(name, value, IsMissing(catalogue, translation), context);
        }
    }

    PoCatalogue Catalogue => catalogues.For(Culture.Current);

    public LocalizedString Plural(int count, string singular, string plural, params object[] arguments)
    {
        var catalogue = Catalogue;
        var translation = catalogue.FindPlural(context, singular, count);
        var format = translation ?? (PluralRules.Index(Culture.En, count) == 0 ? singular : plural);
        var value = string.Format(CultureInfo.CurrentCulture, format, [count, .. arguments]);
        return new LocalizedString(singular, value, IsMissing(catalogue, translation), context);
    }

    public PoStringLocalizer InContext(string name) => new(catalogues, name);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Catalogue.WithoutContext().Select(pair => new LocalizedString(pair.Key, pair.Value));

    /// <summary>English messages are their own translation.</summary>
    static bool IsMissing(PoCatalogue catalogue, string? translation) => translation is null && catalogue.Culture != Culture.En;
}

/// <summary>Looks messages up in the context of a type, then without a context.</summary>
public sealed class PoStringLocalizer<T>(PoCatalogues catalogues) : PoStringLocalizer(catalogues, typeof(T).FullName), IStringLocalizer<T>;
