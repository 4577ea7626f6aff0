using Portal.Cms.Content;

namespace Portal.Site.Models;

/// <summary>A link of a menu: one set for all cultures, its words (the title) per culture. It leads to the first of item, list and address that it names.</summary>
public sealed class MenuItem : ContentPart
{
    /// <summary><c>main</c> or <c>footer</c>.</summary>
    [Shared, Editor("Menu", Choices = typeof(MenuNames))]
    public TextField? Menu { get; set; }

    [Shared, Editor("Place in the menu", "A number; the smallest comes first.")]
    public NumericField? Order { get; set; }

    [Shared, Editor("Item it leads to", "The first of item, list and address that is filled in counts."), Picks("Page", "Organisation", "Theme", "Municipality", "PolicyAnalysis", "Consultation", "Debate", "CaseStudy", "Article", "Series")]
    public LocalizationSetContentPickerField? Item { get; set; }

    /// <summary>Name of a content type whose list it opens.</summary>
    [Shared, Editor("List it leads to", "The name of a content type, as recipes write it.")]
    public TextField? List { get; set; }

    /// <summary>The entry of the same menu that this one stands below; the editors' page of menus writes it. One level, no more.</summary>
    [Shared, Editor("Entry it stands below"), Picks("MenuItem")]
    public LocalizationSetContentPickerField? Parent { get; set; }

    /// <summary>Codes of cultures in which it is not shown although it has words there.</summary>
    [Shared, Editor("Languages that leave it out", "Codes of languages, one a line.")]
    public MultiTextField? HiddenIn { get; set; }

    /// <summary>Path below the culture.</summary>
    [Shared, Editor("Address it leads to", "A path below the language, without a slash before it.")]
    public TextField? Address { get; set; }
}
