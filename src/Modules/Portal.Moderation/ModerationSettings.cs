using Portal.Cms.Settings;

namespace Portal.Moderation;

/// <summary>What a site promises about moderation: the settings <c>Moderation.AlertAfterHours</c> (4) and <c>Moderation.AppealAnswerDays</c> (7), as the recipe step <c>settings</c> writes them.</summary>
public sealed class ModerationSettings(SiteSettings settings)
{
    /// <summary>Their form among the site's settings.</summary>
    public static SettingsGroup Group { get; } = new("moderation", 40, "Moderation", "What the site promises to those who send something.",
    [
        new NumberSetting("Moderation.AlertAfterHours", "Hours after which a waiting submission is late", 1, 336, 4, "Moderators are told then, and again after as many hours while it still waits."),
        new NumberSetting("Moderation.AppealAnswerDays", "Days within which an appeal is answered", 1, 90, 7),
    ]);

    /// <returns>A submission that waits longer than this is overdue, and moderators are told.</returns>
    public async ValueTask<TimeSpan> AlertAfterAsync() => TimeSpan.FromHours(await NumberAsync("AlertAfterHours") ?? 4);

    /// <returns>An appeal that is not answered within this time is overdue.</returns>
    public async ValueTask<TimeSpan> AnswerAppealsWithinAsync() => TimeSpan.FromDays(await NumberAsync("AppealAnswerDays") ?? 7);

    async ValueTask<double?> NumberAsync(string name) => (await settings.GetAsync("Moderation"))?[name] is { } value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number && (double)value > 0 ? (double)value : null;
}
