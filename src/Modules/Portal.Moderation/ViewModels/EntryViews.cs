using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Offline;
using Portal.Moderation.Queries;

namespace Portal.Moderation.ViewModels;

/// <summary>What staff typed of a form on paper. Comes back whole with every error.</summary>
public sealed class EntryForm
{
    public string? Channel { get; set; }
    /// <summary>yyyy-MM-dd, as a date field sends it.</summary>
    public string? ReceivedOn { get; set; }
    /// <summary>Culture code.</summary>
    public string? Language { get; set; }
    public string? SectionId { get; set; }
    public string? Body { get; set; }
    public string? DisplayName { get; set; }
    public string? OnBehalfOf { get; set; }
    public string? Email { get; set; }
    public string? AgeBand { get; set; }
    public string? Gender { get; set; }
    public string? Community { get; set; }
    public string? Municipality { get; set; }
    public string? Agreed { get; set; }
    public string? Ticket { get; set; }
    /// <summary>The scanned form.</summary>
    public IFormFile? Scan { get; set; }
    /// <summary>Note of a scanned form that was taken in already.</summary>
    public string? Held { get; set; }
}

/// <param name="HasPaperForm">A questionnaire that came on paper can be entered.</param>
public sealed record EntriesView(EnteredConsultation Consultation, IReadOnlyList<EnteredLine> Newest, int LargestScan, bool HasPaperForm);

/// <param name="Held">The scanned form that was taken in already.</param>
public sealed record NewEntryView(EnteredConsultation Consultation, EntryForm Form, IReadOnlyList<ContentName> Municipalities, HeldFile? Held, long LargestScan)
{
    /// <summary>What is filled in instead of a comment; null = a comment is entered.</summary>
    public PaperForm? Paper { get; init; }
}

static class EntryFrame
{
    /// <summary>Says on the page to which consultation it belongs.</summary>
    public static void StandsIn(this EnteredConsultation consultation, PageFrame frame, IStringLocalizer T)
    {
        frame.Breadcrumbs.Add(new(T["Paper, meetings, e-mail"], "/admin/consultations/entries"));
        frame.Breadcrumbs.Add(new(consultation.Document.Title, consultation.Address));
    }
}

/// <param name="Table">The rows are filled-in forms; null = they are comments.</param>
public sealed record ImportView(EnteredConsultation Consultation, PaperTable? Table, long LargestScan)
{
    public string Address => Consultation.ImportOf(Table);
}

/// <summary>What a file would enter.</summary>
/// <param name="Csv">The file, in base 64.</param>
/// <param name="Held">Notes of the scanned forms that came with it, by name.</param>
/// <param name="Unused">Names of scanned forms that no row speaks of.</param>
/// <param name="Unread">Names of columns that nothing is read from.</param>
public sealed record ImportPreview(
    EnteredConsultation Consultation, PaperTable? Table, IReadOnlyList<EntryRow> Rows, string Csv, string Ticket, IReadOnlyDictionary<string, string> Held, IReadOnlyList<string> Unused, IReadOnlyList<string> Unread)
{
    public string Address => Consultation.ImportOf(Table);

    public int Wrong => Rows.Count(r => r.Errors.Count > 0);
}

/// <summary>A receipt on a slip of paper, in its author's language.</summary>
/// <param name="Address">Where the code is typed.</param>
public sealed record Slip(string Code, Culture Culture, string Title, string Consultation, string Received, string How, string Address);

/// <summary>Receipts to be printed and handed out. Shown once: the codes are stored nowhere.</summary>
/// <param name="Waiting">How many a moderator has something to read in.</param>
/// <param name="Next">Path of the page on which the next one is entered.</param>
public sealed record SlipsView(EnteredConsultation Consultation, IReadOnlyList<Slip> Slips, int Waiting, string Next);
