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

    public TextField? Municipality { get; set; }

    [Shared]
    public LinkField? Website { get; set; }
}
