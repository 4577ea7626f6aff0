using Microsoft.AspNetCore.Http;
using Portal.Cms.Display.Lists;
using Portal.Moderation.Abuse;
using Portal.Moderation.Attachments;

namespace Portal.Moderation.ViewModels;

/// <summary>What a citizen typed, on the way from the consultation's page to the receipt. Comes back whole with every error.</summary>
public sealed class SubmissionForm
{
    /// <summary>Localization set of the consultation.</summary>
    public string Consultation { get; set; } = "";
    public string? SectionId { get; set; }
    /// <summary>The comment that is answered.</summary>
    public string? ReplyTo { get; set; }
    public string? Body { get; set; }
    public string? DisplayName { get; set; }
    public string? OnBehalfOf { get; set; }
    public string? Email { get; set; }
    public string? AgeBand { get; set; }
    public string? Gender { get; set; }
    public string? Community { get; set; }
    public string? Municipality { get; set; }
    public string? Consent { get; set; }
    /// <summary>Culture code of the text; the page's own unless the author says otherwise.</summary>
    public string? Language { get; set; }
    public string? Ticket { get; set; }
    /// <summary>Files chosen on this page.</summary>
    public List<IFormFile> Files { get; set; } = [];
    /// <summary>Notes of files that were taken in already.</summary>
    public List<string> Held { get; set; } = [];
    /// <summary>Ids of files that are to be left out.</summary>
    public List<string> Drop { get; set; } = [];
    /// <summary>Answer to the question, if one was put.</summary>
    public string? Answer { get; set; }
    /// <summary>The number that a script found in the place of an answer.</summary>
    public string? Proof { get; set; }
    /// <summary>Nobody sees it; only machines fill it in.</summary>
    public string? Website { get; set; }
}

/// <summary>The page on which a comment is checked and sent.</summary>
/// <param name="SectionHeading">Number and heading of the section commented on; null = a general comment.</param>
/// <param name="IsOpen">False: nothing is sent any more; the text stays for copying.</param>
public sealed record CheckView(SubmissionForm Form, string ConsultationTitle, string BackHref, string? SectionHeading, bool IsOpen, int LongestBody, int LongestName)
{
    /// <summary>When what the public does not see is erased.</summary>
    public DateTime KeptUntilUtc { get; init; }
    public IReadOnlyList<HeldFile> Files { get; init; } = [];
    public long LargestFile { get; init; }
    public IReadOnlyList<ContentName> Municipalities { get; init; } = [];
    /// <summary>An address is needed, and a link is sent to it.</summary>
    public bool NeedsConfirmation { get; init; }
    /// <summary>The question that has to be answered before the comment is taken; null = none.</summary>
    public Challenge? Challenge { get; init; }
}
