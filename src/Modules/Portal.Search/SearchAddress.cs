using Portal.Cms.Localization;

namespace Portal.Search;

/// <summary>Where the search stands in each language.</summary>
public static class SearchAddress
{
    public const string English = "search";

    public static string In(Culture culture) => $"/{culture.Code}/{Slug(culture)}";

    /// <param name="type">Content type; null = all.</param>
    public static string For(Culture culture, string words, string? type = null, int page = 1) => FormattableString.Invariant(
        $"{In(culture)}?q={Uri.EscapeDataString(words)}{(type is null ? "" : "&type=" + Uri.EscapeDataString(type))}{(page > 1 ? $"&page={page}" : "")}");

    static string Slug(Culture culture) => culture.ContentCode switch
    {
        "sq" => "kerko",
        "sr" or "bs" => "pretraga",
        _ => English,
    };
}
