using Portal.Cms.Content;
using Portal.Consultations.Models;

namespace Portal.Consultations.Checklist;

/// <summary>Something to look at before a consultation is announced.</summary>
/// <param name="Key">Stable name of the rule.</param>
/// <param name="Message">English message id of what is so.</param>
/// <param name="Why">English message id of why it matters.</param>
/// <param name="Href">Where it is mended.</param>
public sealed record CheckItem(string Key, string Message, string Why, string Href)
{
    /// <summary>Values for the message: texts, numbers, days, times of day and <see cref="Word"/>s.</summary>
    public IReadOnlyList<object> Args { get; init; } = [];

    /// <summary>Nothing is announced before this is mended.</summary>
    public bool Blocks { get; init; }

    /// <summary>The input of the form that it is about.</summary>
    public string Field { get; init; } = "";
}

/// <summary>A value of a message that is itself translated.</summary>
/// <param name="Text">English message id.</param>
public sealed record Word(string Text);

/// <summary>A consultation as it is before it is announced.</summary>
/// <param name="ContentItemId">The text that is being worked on.</param>
/// <param name="Document">Its latest text, with what all cultures share as drafted.</param>
/// <param name="IsAnnounced">The public knows it already.</param>
/// <param name="Languages">Every content culture.</param>
/// <param name="Now">UTC.</param>
public sealed record Announcement(string ContentItemId, string LocalizationSet, ContentDocument Document, bool IsAnnounced, IReadOnlyList<LanguageState> Languages, DateTime Now)
{
    public Consultation Consultation { get; } = Document.As<Consultation>() ?? new();

    public string Editor => $"/admin/content/{Uri.EscapeDataString(ContentItemId)}";
}

/// <summary>How far a consultation is in one culture.</summary>
/// <param name="ContentItemId">Null: there is no text in this culture.</param>
/// <param name="Missing">Numbers of sections that it has no words for.</param>
/// <param name="Empty">Numbers of sections with a heading and no text.</param>
/// <param name="IsStale">The text it was translated from has changed since.</param>
public sealed record LanguageState(string NativeName, string Code, string? ContentItemId, bool IsPublic, bool IsStale, IReadOnlyList<int> Missing, IReadOnlyList<int> Empty, bool HasSummary, bool HasDecider);

/// <summary>What another module has to say before a consultation is announced.</summary>
public interface IAnnouncementCheck
{
    Task<IReadOnlyList<CheckItem>> RunAsync(Announcement announcement, CancellationToken cancel);
}
