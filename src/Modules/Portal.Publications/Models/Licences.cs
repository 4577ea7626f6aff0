namespace Portal.Publications.Models;

/// <summary>Where the licences that people name by their short names can be read.</summary>
public static class Licences
{
    const string CreativeCommons = "https://creativecommons.org/licenses/";

    /// <returns>The deed's address, or null for a licence that is not known.</returns>
    public static string? AddressOf(string? licence) => licence?.Trim().ToUpperInvariant() switch
    {
        "CC0" or "CC0 1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        "CC BY 4.0" => CreativeCommons + "by/4.0/",
        "CC BY-SA 4.0" => CreativeCommons + "by-sa/4.0/",
        "CC BY-NC 4.0" => CreativeCommons + "by-nc/4.0/",
        "CC BY-ND 4.0" => CreativeCommons + "by-nd/4.0/",
        "CC BY-NC-SA 4.0" => CreativeCommons + "by-nc-sa/4.0/",
        "CC BY-NC-ND 4.0" => CreativeCommons + "by-nc-nd/4.0/",
        _ => null,
    };
}
