using Portal.Cms.Content;

namespace Portal.CaseStudies.Models;

/// <summary>One statement of the results chain; its words are the contained item's title.</summary>
public sealed class Result : ContentPart
{
    /// <summary>One of <see cref="ResultLevels"/>.</summary>
    [Editor("Level", Choices = typeof(ResultLevels))]
    public TextField? Level { get; set; }
}
