using Portal.Cms.Content;

namespace Portal.Debates.Models;

/// <summary>One point of a debate's agenda; its name is the contained item's title.</summary>
public sealed class AgendaItem : ContentPart
{
    /// <summary>On the wall clock of the place: <c>10:30</c>.</summary>
    [Editor("Begins at", "On the clock of the place, such as 10:30.")]
    public TextField? Starts { get; set; }

    [Editor("Description", Lines = 3)]
    public TextField? Description { get; set; }

    /// <summary>Names with roles, one per line. Never public under the Chatham House rule.</summary>
    [Editor("Speakers", "Names with roles, one per line. Under the Chatham House rule they are never public.", Lines = 3)]
    public MultiTextField? Speakers { get; set; }
}
