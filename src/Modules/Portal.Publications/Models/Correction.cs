using Portal.Cms.Content;

namespace Portal.Publications.Models;

/// <summary>What was wrong in a published text and has been put right, with its day; contained in the bag <c>Corrections</c>.</summary>
public sealed class Correction : ContentPart
{
    [Editor("Date")]
    public DateField? Date { get; set; }

    [Editor("What was wrong and has been put right", Lines = 3)]
    public TextField? Note { get; set; }
}
