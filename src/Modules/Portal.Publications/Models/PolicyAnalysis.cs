using Portal.Cms.Content;

namespace Portal.Publications.Models;

/// <summary>What a policy analysis, a brief, a finding or a study has besides its title and body.</summary>
public sealed class PolicyAnalysis : ContentPart
{
    /// <summary>One of <see cref="AnalysisKinds"/>.</summary>
    [Shared]
    public TextField? Kind { get; set; }

    [Shared]
    public TextField? Series { get; set; }

    /// <summary>Number within the series.</summary>
    [Shared]
    public TextField? Number { get; set; }

    /// <summary>The day it carries; the portal may have got it later.</summary>
    [Shared]
    public DateField? PublicationDate { get; set; }

    /// <summary>Short name of the licence, such as CC BY 4.0.</summary>
    [Shared]
    public TextField? Licence { get; set; }

    public TextField? Abstract { get; set; }
    public MultiTextField? KeyMessages { get; set; }
    public MarkdownField? MethodsAndSources { get; set; }
    public TextField? Funding { get; set; }
}
