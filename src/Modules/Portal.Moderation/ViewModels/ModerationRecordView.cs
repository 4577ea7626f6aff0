using Portal.Moderation.Queries;

namespace Portal.Moderation.ViewModels;

public sealed record ModerationRecordView(string Set, string Title, string Href, ModerationNumbers Numbers, ReasonBook Reasons);
