using Portal.Cms.Content;

namespace Portal.Contents.Definitions;

/// <summary>The kinds of field that an administrator can add.</summary>
public static class FieldKinds
{
    public static IReadOnlyList<string> All { get; } =
    [
        nameof(TextField), nameof(MarkdownField), nameof(BooleanField), nameof(NumericField), nameof(DateField), nameof(DateTimeField), nameof(TimeField), nameof(LinkField), nameof(MediaField),
        nameof(LocalizationSetContentPickerField), nameof(MultiTextField), nameof(GeoPointField), nameof(HtmlField), nameof(YoutubeField),
    ];

    /// <summary>English message id.</summary>
    public static string NameOf(string? kind) => kind switch
    {
        nameof(TextField) => "Text without formatting",
        nameof(MarkdownField) => "Formatted text",
        nameof(BooleanField) => "Yes or no",
        nameof(NumericField) => "Number",
        nameof(DateField) => "Day",
        nameof(DateTimeField) => "Day and time",
        nameof(TimeField) => "Time of day",
        nameof(LinkField) => "Web link",
        nameof(MediaField) => "Files and pictures",
        nameof(LocalizationSetContentPickerField) => "Other items of the portal",
        nameof(MultiTextField) => "Several lines or choices",
        nameof(GeoPointField) => "Point on the map",
        nameof(HtmlField) => "Text in HTML",
        nameof(YoutubeField) => "Link to a film",
        nameof(ContentPickerField) => "Single items",
        nameof(TaxonomyField) => "Terms of a taxonomy",
        nameof(UserPickerField) => "Accounts",
        _ => "Text of the part itself",
    };
}
