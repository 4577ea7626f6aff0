using Portal.Cms.Content;

namespace Portal.Debates.Models;

/// <summary>One point of a debate's agenda; its name is the contained item's title.</summary>
public sealed class AgendaItem : ContentPart
{
    /// <summary>On the wall clock of the place: <c>10:30</c>.</summary>
    public TextField? Starts { get; set; }
    public TextField? Description { get; set; }
    /// <summary>Names with roles, one per line. Never public under the Chatham House rule.</summary>
    public MultiTextField? Speakers { get; set; }
}
