using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Actions;

/// <param name="Culture">Culture code of the interface and of mail; null = as the browser asks.</param>
/// <param name="TimeZone">IANA name; null = the site's.</param>
/// <param name="Wanted">Names of the notification kinds that are wanted; the others are not.</param>
/// <param name="DisplayName">What the person is called on editors' pages; null = the user name.</param>
public sealed record Preferences(string? Culture, string? TimeZone, IReadOnlyList<string> Wanted, string? DisplayName = null);

/// <summary>A person chooses language, time zone, and what to be told of by mail.</summary>
public sealed class SavePreferences(UnitOfWork work, PortalDb db, NotificationChoices notifications, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(Preferences input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == me.Id, cancel) is not { } user) return Refusal.SignInFirst;
        if (input.Culture is not null && !Culture.TryFrom(input.Culture, out _)) return Problem.Invalid("culture", "Languages are: {0}.", string.Join(", ", Culture.All));
        if (input.TimeZone is not null && !TimeZones.All.Contains(input.TimeZone, StringComparer.Ordinal)) return Problem.Invalid("timeZone", "One of {0}.", string.Join(", ", TimeZones.All));

        var name = string.IsNullOrWhiteSpace(input.DisplayName) ? null : input.DisplayName.Trim();
        if (name?.Length > LongestName) return Problem.Invalid("displayName", "At most {0} characters are possible here.", LongestName);
        if (name?.Any(char.IsControl) == true) return Problem.Invalid("displayName", "The text contains a character that cannot be stored.");

        (user.Culture, user.TimeZone, user.DisplayName) = (input.Culture, input.TimeZone, name);
        await ChooseAsync(user.Id, input.Wanted, cancel);
        audit.Record("User", "PreferencesSaved", user.Id);
        work.Evict(AccountTags.Of(user.Id));
        return default(Done);
    }, cancel);

    const int LongestName = 80;

    async Task ChooseAsync(string userId, IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        var stored = await db.NotificationChoices.Where(c => c.UserId == userId).ToDictionaryAsync(c => c.Kind, StringComparer.Ordinal, cancel);
        foreach (var kind in notifications.KindsFor(me))
        {
            var isWanted = wanted.Contains(kind.Name, StringComparer.Ordinal);
            if (stored.GetValueOrDefault(kind.Name) is { } choice) choice.IsWanted = isWanted;
            else db.Add(new NotificationChoice { UserId = userId, Kind = kind.Name, IsWanted = isWanted });
        }
    }
}
