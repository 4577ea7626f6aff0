using Portal.Cms.Content;

namespace Portal.Publications.Models;

/// <summary>What a policy analysis, a brief, a finding or a study has besides its title and body.</summary>
public sealed class PolicyAnalysis : ContentPart
{
    /// <summary>One of <see cref="AnalysisKinds"/>.</summary>
    [Shared]
    public TextField? Kind { get; set; }

    /// <summary>The <see cref="Models.Series"/> it appeared in.</summary>
    [Shared]
    public LocalizationSetContentPickerField? Series { get; set; }

    /// <summary>Number within the series.</summary>
    [Shared]
    public TextField? Number { get; set; }

    /// <summary>The day it carries; the portal may have got it later.</summary>
    [Shared]
    public DateField? PublicationDate { get; set; }

    /// <summary>Short name of the licence, such as CC BY 4.0.</summary>
    [Shared]
    public TextField? Licence { get; set; }

    [Shared] public TextField? Isbn { get; set; }
    [Shared] public TextField? Issn { get; set; }
    /// <summary>Without the resolver's address: <c>10.1000/182</c>.</summary>
    [Shared] public TextField? Doi { get; set; }

    /// <summary>The earlier edition that this one takes the place of.</summary>
    [Shared] public LocalizationSetContentPickerField? Supersedes { get; set; }

    /// <summary>This culture has title, abstract and key messages; the full text is in others.</summary>
    public BooleanField? SummaryOnly { get; set; }

    public TextField? Abstract { get; set; }
    public MultiTextField? KeyMessages { get; set; }
    public MarkdownField? MethodsAndSources { get; set; }
    public TextField? Funding { get; set; }

    /// <summary>Files to download; the texts are their titles.</summary>
    public MediaField? Attachments { get; set; }

    /// <summary>Names of the bags that hold authors and corrections.</summary>
    public const string Authors = "Authors", Corrections = "Corrections";
}
