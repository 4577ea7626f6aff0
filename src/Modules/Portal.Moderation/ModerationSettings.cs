using Portal.Cms.Settings;

namespace Portal.Moderation;

/// <summary>What a site promises about moderation: the settings <c>Moderation.AlertAfterHours</c> (4) and <c>Moderation.AppealAnswerDays</c> (7), as the recipe step <c>settings</c> writes them.</summary>
public sealed class ModerationSettings(SiteSettings settings)
{
    /// <returns>A submission that waits longer than this is overdue, and moderators are told.</returns>
    public async ValueTask<TimeSpan> AlertAfterAsync() => TimeSpan.FromHours(await NumberAsync("AlertAfterHours") ?? 4);

    /// <returns>An appeal that is not answered within this time is overdue.</returns>
    public async ValueTask<TimeSpan> AnswerAppealsWithinAsync() => TimeSpan.FromDays(await NumberAsync("AppealAnswerDays") ?? 7);

    async ValueTask<double?> NumberAsync(string name) => (await settings.GetAsync("Moderation"))?[name] is { } value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number && (double)value > 0 ? (double)value : null;
}
