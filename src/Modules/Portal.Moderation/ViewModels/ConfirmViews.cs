namespace Portal.Moderation.ViewModels;

/// <summary>A page that asks before it does what a link from a mail is for.</summary>
/// <param name="Email">Shown as a field where an address is asked for; null = no field.</param>
public sealed record ConfirmQuestion(string Title, string Text, string? Email, string Button, string Action);

/// <summary>A page that says what has happened and leads on.</summary>
public sealed record ConfirmDone(string Title, string Text, string Href, string LinkText);

/// <summary>The form with which somebody begins to follow a consultation.</summary>
/// <param name="Typed">The address as it was typed.</param>
public sealed record FollowForm(string ConsultationSet, string Title, string Href, string? Typed)
{
    public string? FeedHref { get; init; }
}

/// <summary>The page on which somebody says that they agree with a comment.</summary>
/// <param name="Excerpt">The comment, or its beginning.</param>
/// <param name="HasAccount">The reader is signed in: no address is needed.</param>
public sealed record AgreeForm(string SubmissionId, string Href, IReadOnlyList<IReadOnlyList<Text.Piece>> Excerpt, string Lang, bool HasAccount, string? Typed);

/// <summary>The page on which an answer to a comment is written.</summary>
public sealed record ReplyForm(string SubmissionId, string ConsultationSet, string? SectionId, string Href, IReadOnlyList<IReadOnlyList<Text.Piece>> Excerpt, string Lang, bool HasAccount, int LongestBody);
