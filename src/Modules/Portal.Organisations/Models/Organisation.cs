using Portal.Cms.Content;

namespace Portal.Organisations.Models;

/// <summary>A member of the network, an institution or a donor.</summary>
public sealed class Organisation : ContentPart
{
    /// <summary>One of <see cref="OrganisationKinds"/>.</summary>
    [Shared]
    public TextField? Kind { get; set; }

    /// <summary>What people call it: letters differ from culture to culture (AKTIV, АКТИВ).</summary>
    public TextField? ShortName { get; set; }

    /// <summary>The short name where it tells the reader something beside the full one: an abbreviation, not the same words once more.</summary>
    public static string AbbreviationOf(string name, string? shortName) => shortName is null || shortName == name || shortName.Contains(' ', StringComparison.Ordinal) ? "" : shortName;

    [Shared] public LinkField? Website { get; set; }

    [Shared] public MediaField? Logo { get; set; }

    /// <summary>Where to write or call, on several lines.</summary>
    public TextField? Contact { get; set; }

    [Shared] public DateField? MemberSince { get; set; }
}
