using Microsoft.Net.Http.Headers;

namespace Portal.Cms.Localization;

/// <summary>Reads Accept-Language for a region whose languages are close to one another and have two scripts.</summary>
static class CultureNegotiation
{
    public static Culture Pick(string? acceptLanguage, Culture usual)
    {
        if (string.IsNullOrWhiteSpace(acceptLanguage) || !StringWithQualityHeaderValue.TryParseList([acceptLanguage], out var parsed))
            return usual;

        // OrderByDescending is stable: among equal weights the reader's own order decides.
        var wanted = parsed.Where(value => value.Quality is not 0).OrderByDescending(value => value.Quality ?? 1).Select(value => value.Value.ToString()).ToList();
        return wanted.Select(Match).FirstOrDefault(culture => culture is not null)
            ?? wanted.Select(Neighbour).FirstOrDefault(culture => culture is not null)
            ?? usual;
    }

    static Culture? Match(string tag)
    {
        var subtags = tag.Split('-');
        return subtags[0].ToLowerInvariant() switch
        {
            "sq" => Culture.Sq,
            "sr" => IsLatinSerbian(subtags) ? Culture.SrLatn : Culture.Sr,
            "bs" or "hr" => Culture.Bs,
            "sh" or "cnr" or "me" => Culture.SrLatn,
            "en" => Culture.En,
            _ => null,
        };
    }

    /// <summary>A Macedonian reads Serbian Cyrillic with ease, yet a language that was asked for by name goes first.</summary>
    static Culture? Neighbour(string tag) =>
        tag.Split('-')[0].Equals("mk", StringComparison.OrdinalIgnoreCase) ? Culture.Sr : null;

    /// <summary>Without a script subtag, Serbian is Cyrillic except in Montenegro (CLDR's likely subtags).</summary>
    static bool IsLatinSerbian(string[] subtags) =>
        subtags.Contains("Latn", StringComparer.OrdinalIgnoreCase)
        || (subtags.Contains("ME", StringComparer.OrdinalIgnoreCase) && !subtags.Contains("Cyrl", StringComparer.OrdinalIgnoreCase));
}
