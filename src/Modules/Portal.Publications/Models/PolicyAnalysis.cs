using Portal.Cms.Content;

namespace Portal.Publications.Models;

/// <summary>What a policy analysis, a brief, a finding or a study has besides its title and body.</summary>
public sealed class PolicyAnalysis : ContentPart
{
    /// <summary>English message ids of what is folded at the end of the form.</summary>
    const string Methods = "Methods, sources and funding", Details = "Series, licence and identifiers";

    /// <summary>One of <see cref="AnalysisKinds"/>.</summary>
    [Shared, Editor("Kind", Choices = typeof(AnalysisKinds))]
    public TextField? Kind { get; set; }

    /// <summary>The day it carries; the portal may have got it later.</summary>
    [Shared, Editor("Date of publication")]
    public DateField? PublicationDate { get; set; }

    [Editor("Abstract", Lines = 5)]
    public TextField? Abstract { get; set; }

    [Editor("Key messages", "One per line.", Lines = 5)]
    public MultiTextField? KeyMessages { get; set; }

    /// <summary>Files to download; the texts are their titles.</summary>
    [Editor("Files to download")]
    public MediaField? Attachments { get; set; }

    /// <summary>This culture has title, abstract and key messages; the full text is in others.</summary>
    [Editor("This language has only the summary", "Title, abstract and key messages; the full text is in other languages.")]
    public BooleanField? SummaryOnly { get; set; }

    [Editor("Methods and sources", Lines = 6, Fold = Methods)]
    public MarkdownField? MethodsAndSources { get; set; }

    [Editor("Funding", Lines = 2, Fold = Methods)]
    public TextField? Funding { get; set; }

    /// <summary>The <see cref="Models.Series"/> it appeared in.</summary>
    [Shared, Editor("Series", Fold = Details), Picks("Series")]
    public LocalizationSetContentPickerField? Series { get; set; }

    /// <summary>Number within the series.</summary>
    [Shared, Editor("Number in the series", Fold = Details)]
    public TextField? Number { get; set; }

    /// <summary>Short name of the licence, such as CC BY 4.0.</summary>
    [Shared, Editor("Licence", "Its short name, such as CC BY 4.0.", Fold = Details)]
    public TextField? Licence { get; set; }

    [Shared, Editor("ISBN", Fold = Details)]
    public TextField? Isbn { get; set; }

    [Shared, Editor("ISSN", Fold = Details)]
    public TextField? Issn { get; set; }

    /// <summary>Without the resolver's address: <c>10.1000/182</c>.</summary>
    [Shared, Editor("DOI", "Without the address of the resolver: 10.1000/182.", Fold = Details)]
    public TextField? Doi { get; set; }

    /// <summary>The earlier edition that this one takes the place of.</summary>
    [Shared, Editor("Takes the place of", "The earlier edition.", Fold = Details), Picks("PolicyAnalysis")]
    public LocalizationSetContentPickerField? Supersedes { get; set; }

    /// <summary>Names of the bags that hold authors and corrections.</summary>
    public const string Authors = "Authors", Corrections = "Corrections";
}
