namespace Portal.Cms.Caching;

/// <summary>The tags under which pages and values are cached and evicted.</summary>
public static class Tags
{
    /// <summary>Addresses: published paths came, went or moved.</summary>
    public const string Paths = "paths";
    /// <summary>Site settings, names, menus.</summary>
    public const string Settings = "settings";
    /// <summary>Roles and their permissions.</summary>
    public const string Roles = "roles";
    /// <summary>Content definitions.</summary>
    public const string Definitions = "definitions";

    /// <summary>Which terms are part of which, or were merged.</summary>
    public const string Terms = "terms";

    /// <summary>Any list that shows items of a type.</summary>
    public static string Type(string contentType) => "type:" + contentType;

    /// <summary>Everything about one localization set, in any culture.</summary>
    public static string Set(string localizationSet) => "set:" + localizationSet;
}
