using Portal.Cms.Content;

namespace Portal.Publications.Models;

/// <summary>What a policy analysis, a brief, a finding or a study has besides its title and body.</summary>
public sealed class PolicyAnalysis : ContentPart
{
    /// <summary>One of <see cref="AnalysisKinds"/>.</summary>
    [Shared, Editor("Kind", Choices = typeof(AnalysisKinds))]
    public TextField? Kind { get; set; }

    /// <summary>The <see cref="Models.Series"/> it appeared in.</summary>
    [Shared, Editor("Series"), Picks("Series")]
    public LocalizationSetContentPickerField? Series { get; set; }

    /// <summary>Number within the series.</summary>
    [Shared, Editor("Number in the series")]
    public TextField? Number { get; set; }

    /// <summary>The day it carries; the portal may have got it later.</summary>
    [Shared, Editor("Date of publication")]
    public DateField? PublicationDate { get; set; }

    /// <summary>Short name of the licence, such as CC BY 4.0.</summary>
    [Shared, Editor("Licence", "Its short name, such as CC BY 4.0.")]
    public TextField? Licence { get; set; }

    [Shared, Editor("ISBN")]
    public TextField? Isbn { get; set; }

    [Shared, Editor("ISSN")]
    public TextField? Issn { get; set; }

    /// <summary>Without the resolver's address: <c>10.1000/182</c>.</summary>
    [Shared, Editor("DOI", "Without the address of the resolver: 10.1000/182.")]
    public TextField? Doi { get; set; }

    /// <summary>The earlier edition that this one takes the place of.</summary>
    [Shared, Editor("Takes the place of", "The earlier edition."), Picks("PolicyAnalysis")]
    public LocalizationSetContentPickerField? Supersedes { get; set; }

    /// <summary>This culture has title, abstract and key messages; the full text is in others.</summary>
    [Editor("This language has only the summary", "Title, abstract and key messages; the full text is in other languages.")]
    public BooleanField? SummaryOnly { get; set; }

    [Editor("Abstract", Lines = 5)]
    public TextField? Abstract { get; set; }

    [Editor("Key messages", "One per line.", Lines = 5)]
    public MultiTextField? KeyMessages { get; set; }

    [Editor("Methods and sources", Lines = 6)]
    public MarkdownField? MethodsAndSources { get; set; }

    [Editor("Funding", Lines = 2)]
    public TextField? Funding { get; set; }

    /// <summary>Files to download; the texts are their titles.</summary>
    [Editor("Files to download")]
    public MediaField? Attachments { get; set; }

    /// <summary>Names of the bags that hold authors and corrections.</summary>
    public const string Authors = "Authors", Corrections = "Corrections";
}
