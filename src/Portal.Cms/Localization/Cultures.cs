using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Cms.Localization;

/// <summary>
/// One of the cultures a reader can choose. <see cref="SrLatn"/> is not a translation of its own: it renders
/// the content of <see cref="Sr"/> in Latin script, which is why <see cref="ContentCode"/> differs from <see cref="Code"/>.
/// </summary>
public sealed record Culture
{
    public static readonly Culture Sq = new("sq", "sq", "sq", "Shqip", "sq-XK");
    public static readonly Culture Sr = new("sr", "sr-Cyrl", "sr", "Српски", "sr-Cyrl-RS");
    public static readonly Culture SrLatn = new("sr-Latn", "sr-Latn", "sr", "Srpski", "sr-Latn-RS");
    public static readonly Culture Bs = new("bs", "bs", "bs", "Bosanski", "bs-Latn-BA");
    public static readonly Culture En = new("en", "en", "en", "English", "en-GB");

    /// <summary>All cultures in the order in which pickers show them.</summary>
    public static IReadOnlyList<Culture> All { get; } = [Sq, Sr, SrLatn, Bs, En];

    /// <summary>The cultures in which content is written and stored.</summary>
    public static IReadOnlyList<Culture> ContentCultures { get; } = [Sq, Sr, Bs, En];

    static readonly FrozenDictionary<string, Culture> ByCode =
        All.ToFrozenDictionary(culture => culture.Code, StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, Culture> ByAnyName =
        All.SelectMany(culture => new[] { culture.Code, culture.HtmlLang, culture.FormatName }.Select(name => (name, culture)))
            .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.name, pair => pair.culture, StringComparer.OrdinalIgnoreCase);

    Culture(string code, string htmlLang, string contentCode, string nativeName, string formatName)
    {
        Code = code;
        HtmlLang = htmlLang;
        ContentCode = contentCode;
        NativeName = nativeName;
        FormatName = formatName;
        FormatCulture = CultureInfo.GetCultureInfo(formatName);
    }

    /// <summary>The first segment of public addresses: sq, sr, sr-Latn, bs, en.</summary>
    public string Code { get; }

    /// <summary>The value of the lang attribute, which names the script of Serbian.</summary>
    public string HtmlLang { get; }

    /// <summary>The culture of the content items that are shown in this culture.</summary>
    public string ContentCode { get; }

    public string NativeName { get; }

    public string FormatName { get; }

    /// <summary>Formats dates and numbers; also the culture to set as the current one of a request.</summary>
    public CultureInfo FormatCulture { get; }

    /// <summary>True when the culture shows another culture's content in a different script.</summary>
    public bool IsRendering => Code != ContentCode;

    /// <summary>The culture whose content this one shows; itself unless <see cref="IsRendering"/>.</summary>
    public Culture Content => IsRendering ? ByCode[ContentCode] : this;

    /// <summary>The culture of the running request, from <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public static Culture Current => From(CultureInfo.CurrentUICulture);

    /// <summary>Finds a culture by its exact code, whatever the case of its letters.</summary>
    public static bool TryFrom(string? code, [NotNullWhen(true)] out Culture? culture)
    {
        culture = null;
        return code is not null && ByCode.TryGetValue(code, out culture);
    }

    /// <summary>Maps a .NET culture, neutral or specific, to ours; English when there is none.</summary>
    public static Culture From(CultureInfo info)
    {
        for (var candidate = info; candidate.Name.Length > 0; candidate = candidate.Parent)
        {
            if (ByAnyName.TryGetValue(candidate.Name, out var culture))
                return culture;
        }

        return En;
    }

    /// <summary>Picks the culture that an Accept-Language header asks for most; English when it asks for none of ours.</summary>
    public static Culture Negotiate(string? acceptLanguage) => CultureNegotiation.Pick(acceptLanguage, En);

    /// <param name="usual">The culture for whoever asks for none of ours.</param>
    public static Culture Negotiate(string? acceptLanguage, Culture usual) => CultureNegotiation.Pick(acceptLanguage, usual);

    /// <summary>An editor's text as this culture shows it: in Latin letters where it renders Cyrillic ones, else as it is.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Render(string? text) => IsRendering && text is not null ? Transliterator.ToLatinExceptAddresses(text) : text;

    /// <summary>The same for a text of which an editor may have written the Latin letters; empty where nobody has.</summary>
    public string Render(string text, string latin) => Render(IsRendering && latin.Length > 0 ? latin : text);

    public override string ToString() => Code;
}
