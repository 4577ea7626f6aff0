using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A link of a menu: one set for all cultures, its words (the title) per culture. It leads to the first of item, list and address that it names.</summary>
public sealed class MenuItem : ContentPart
{
    /// <summary><c>main</c> or <c>footer</c>.</summary>
    [Shared] public TextField? Menu { get; set; }
    [Shared] public NumericField? Order { get; set; }
    [Shared] public LocalizationSetContentPickerField? Item { get; set; }
    /// <summary>Name of a content type whose list it opens.</summary>
    [Shared] public TextField? List { get; set; }
    /// <summary>Path below the culture.</summary>
    [Shared] public TextField? Address { get; set; }
}
