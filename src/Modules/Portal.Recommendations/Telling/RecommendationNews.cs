using Portal.Cms.Content;
using Portal.Cms.Display.Lists;
using Portal.Cms.Security;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Telling;

/// <summary>Tells those who write for an organisation what becomes of its recommendations. Runs inside the caller's unit of work.</summary>
public sealed class RecommendationNews(ContentPublishers people, ContentNames names, Notify notify)
{
    public static readonly NotificationKind Kind = new("recommendations", "Answers to recommendations of my organisation, and those that become overdue", For: RecommendationPermissions.RecordOwnVerdict);

    public Task TellAnsweredAsync(RecommendationState state, CancellationToken cancel) => TellAsync(
        "An institution has answered “{1}”, which your organisation recommends.", state.LocalizationSet, state.LocalizationSet, state.OrganisationSet, once: false, cancel);

    /// <param name="since">The last day on which it was in time. Another deadline, when it has passed, is told once more.</param>
    public Task TellOverdueAsync(string set, string? organisationSet, bool isReply, DateOnly since, CancellationToken cancel) => TellAsync(
        isReply ? "The answer to “{1}”, which your organisation recommends, is overdue." : "“{1}”, which your organisation recommends, was to be done by now.",
        set, $"{set}:{since:O}", organisationSet, once: true, cancel);

    /// <param name="message">English message id; {1} is the recommendation.</param>
    async Task TellAsync(string message, string set, string subject, string? organisationSet, bool once, CancellationToken cancel)
    {
        if (organisationSet is null || await people.WritersOfAsync(nameof(Recommendation), organisationSet, cancel) is not { Count: > 0 } writers) return;
        await notify.TellEachAsync(
            async culture => (await names.InAsync(culture, [set], cancel)).GetValueOrDefault(set) is { } name ? new Notice(Kind.Name, message, name.Href, subject, name.Name) { Once = once } : null, writers, cancel);
    }
}
