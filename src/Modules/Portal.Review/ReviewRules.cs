using System.Text.Json.Nodes;
using Portal.Cms.Settings;

namespace Portal.Review;

/// <summary>How many people must approve a text of a type before it is published: the site's setting <c>ReviewSettings.Approvals</c>, which a recipe or <c>/admin/settings/review</c> writes.</summary>
/// <remarks>Who may publish at all, and who publishes without asking, is said by the permissions of roles (<c>Publish_…</c>, <c>PublishOwn_…</c>).</remarks>
public sealed class ReviewRules(SiteSettings settings)
{
    public const string Setting = "ReviewSettings", Member = "Approvals";

    /// <summary>The most that can be asked for: a network has only so many who publish.</summary>
    public const int Most = 3;

    /// <returns>0: whoever may publish it does so alone.</returns>
    public async ValueTask<int> ApprovalsForAsync(string contentType) => Read((await settings.GetAsync(Setting))?[Member], contentType);

    public async ValueTask<IReadOnlyDictionary<string, int>> AllAsync(IEnumerable<string> contentTypes)
    {
        var stored = (await settings.GetAsync(Setting))?[Member];
        return contentTypes.ToDictionary(t => t, t => Read(stored, t), StringComparer.Ordinal);
    }

    static int Read(JsonNode? stored, string contentType) =>
        stored is JsonObject rules && rules[contentType] is JsonValue value && value.TryGetValue(out int number) ? Math.Clamp(number, 0, Most) : 0;
}
