using Portal.Cms.Localization;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.ViewModels;

/// <summary>One comment as readers see it; one that is not shown is a placeholder that says why.</summary>
/// <param name="Gone">The state of a comment that only a placeholder stands for; null = it is shown.</param>
/// <param name="Seen">The text it was written on, where that says something else today.</param>
/// <param name="Reason">Why it, or a part of it, is not shown.</param>
public sealed record CommentView(string Id, Culture Language, string? Name, string? OnBehalfOf, DateTime ReceivedUtc, IReadOnlyList<IReadOnlyList<Piece>> Paragraphs, SubmissionState? Gone, Reason? Reason, SeenText? Seen = null)
{
    /// <summary>Published before a moderator has read it.</summary>
    public bool IsUnreviewed { get; init; }
    /// <summary>How many people agree with it.</summary>
    public int Agreed { get; init; }
    public IReadOnlyList<SubmissionAttachment> Files { get; init; } = [];
    /// <summary>The oldest first; answers themselves have none.</summary>
    public IReadOnlyList<CommentView> Replies { get; init; } = [];
}

/// <summary>The comments on one section, or on the whole, with the form for a further one.</summary>
/// <param name="Number">The section's number; null = general comments.</param>
/// <param name="Total">How many there are; <see cref="Comments"/> holds one page of them.</param>
/// <param name="FormAction">Where the form posts to; null while no comments are taken.</param>
public sealed record SectionTalk(
    string ConsultationSet, string? SectionId, int? Number, string Zone, CommentList Comments, int Total, string? FormAction, int LongestBody)
{
    /// <summary>The page is a draft's preview: the form is shown and takes nothing.</summary>
    public bool IsPreview { get; init; }
    /// <summary>Comments can be answered now.</summary>
    public bool MayReply { get; init; }
    /// <summary>One can agree with comments now.</summary>
    public bool MayAgree { get; init; }
    /// <summary>The number of people who agree is shown.</summary>
    public bool ShowsAgreed { get; init; }
    /// <summary>Who may take part.</summary>
    public string Level { get; init; } = "guest";

    /// <summary>What of the consultation, beside its comments, shapes their HTML.</summary>
    public string Shape => $"{Zone} {(MayReply, MayAgree, ShowsAgreed)}";

    /// <summary>Prefix of the ids of this section's elements.</summary>
    public string Anchor { get => field ?? (Number is { } number ? $"s{number}" : "general"); init; }
}

/// <summary>Comments on a section that the text before the reader does not have.</summary>
public sealed record AbsentTalk(AbsentSection Section, SectionTalk Talk);

/// <summary>How many comments a consultation has, for its head.</summary>
public sealed record CommentTotal(int Published);

/// <summary>Where a reader is among the pages of comments; the first holds the newest.</summary>
public sealed record CommentPages(int Page, int Pages);
