using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Security;

/// <summary>Something that account holders can be told by mail, and may refuse. What concerns the safety of an account is told in any case and is none of these.</summary>
/// <param name="Name">Stable: it stands in the database.</param>
/// <param name="Description">English message id, as a noun phrase: "Decisions on my comments".</param>
/// <param name="IsWantedAtFirst">For who has not chosen yet.</param>
/// <param name="For">Only who has this permission is ever told, and is offered the choice; null = everybody.</param>
public sealed record NotificationKind(string Name, string Description, bool IsWantedAtFirst = true, Permission? For = null);

/// <summary>What a person chose about one kind. No row = as the kind says.</summary>
public sealed class NotificationChoice
{
    public required string UserId { get; init; }
    public required string Kind { get; init; }
    public bool IsWanted { get; set; }
}

/// <summary>Who wants to be told of what.</summary>
public sealed class NotificationChoices(PortalDb db, IEnumerable<NotificationKind> kinds)
{
    /// <summary>The kinds that concern a person, of every enabled module, in the order of their registration.</summary>
    public IReadOnlyList<NotificationKind> KindsFor(CurrentUser user) => [.. kinds.Where(k => k.For is null || user.May(k.For))];

    /// <returns>Names of the kinds that this account wants to be told of.</returns>
    public async Task<IReadOnlySet<string>> WantedByAsync(string userId, CancellationToken cancel)
    {
        var chosen = await db.NotificationChoices.AsNoTracking().Where(c => c.UserId == userId).ToDictionaryAsync(c => c.Kind, c => c.IsWanted, StringComparer.Ordinal, cancel);
        return kinds.Where(k => chosen.GetValueOrDefault(k.Name, k.IsWantedAtFirst)).Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
    }
}
