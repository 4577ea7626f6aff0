using Portal.Cms.Content;

namespace Portal.Organisations.Models;

/// <summary>A member of the network, an institution or a donor.</summary>
public sealed class Organisation : ContentPart
{
    /// <summary>One of <see cref="OrganisationKinds"/>.</summary>
    [Shared, Editor("Kind", Choices = typeof(OrganisationKinds))]
    public TextField? Kind { get; set; }

    /// <summary>What people call it: letters differ from culture to culture (AKTIV, АКТИВ).</summary>
    [Editor("Short name", "What people call it, in the letters of this language.")]
    public TextField? ShortName { get; set; }

    /// <summary>The short name where it tells the reader something beside the full one: an abbreviation, not the same words once more.</summary>
    public static string AbbreviationOf(string name, string? shortName) => shortName is null || shortName == name || shortName.Contains(' ', StringComparison.Ordinal) ? "" : shortName;

    [Shared, Editor("Website")]
    public LinkField? Website { get; set; }

    [Shared, Editor("Logo")]
    public MediaField? Logo { get; set; }

    /// <summary>Where to write or call, on several lines.</summary>
    [Editor("Contact", "Where to write or call.", Lines = 4)]
    public TextField? Contact { get; set; }

    [Shared, Editor("Member since")]
    public DateField? MemberSince { get; set; }
}
