namespace Portal.Moderation.ViewModels;

/// <summary>What a citizen typed, on the way from the consultation's page to the receipt. Comes back whole with every error.</summary>
public sealed class SubmissionForm
{
    /// <summary>Localization set of the consultation.</summary>
    public string Consultation { get; set; } = "";
    public string? SectionId { get; set; }
    public string? Body { get; set; }
    public string? DisplayName { get; set; }
    public string? OnBehalfOf { get; set; }
    public string? Email { get; set; }
    public string? Consent { get; set; }
    /// <summary>Culture code of the text; the page's own unless the author says otherwise.</summary>
    public string? Language { get; set; }
    public string? Ticket { get; set; }
}

/// <summary>The page on which a comment is checked and sent.</summary>
/// <param name="SectionHeading">Number and heading of the section commented on; null = a general comment.</param>
/// <param name="IsOpen">False: nothing is sent any more; the text stays for copying.</param>
public sealed record CheckView(SubmissionForm Form, string ConsultationTitle, string BackHref, string? SectionHeading, bool IsOpen, int LongestBody, int LongestName)
{
    /// <summary>When what the public does not see is erased.</summary>
    public DateTime KeptUntilUtc { get; init; }
}
