namespace Portal.Cms.Settings;

/// <summary>One top-level key of the site's settings (Orchard's <c>settings</c> step) with its JSON value.</summary>
public sealed class StoredSetting
{
    public required string Name { get; init; }
    public required string Json { get; set; }
}

/// <summary>A feature that is enabled. A missing row means disabled.</summary>
public sealed class StoredFeature
{
    public required string Id { get; init; }
}

/// <summary>A data-protection key, as the platform's XML.</summary>
public sealed class StoredKey
{
    public int Id { get; init; }
    public required string Xml { get; init; }
}
