using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Review.Actions;

/// <summary>Says for each type how many people have to approve a text before it is published.</summary>
public sealed class SaveReviewRules(UnitOfWork work, PortalDb db, ContentTypes types, CurrentUser user, AuditTrail audit)
{
    /// <param name="approvals">By content type; what is not named stays as it is.</param>
    public Task<Result<Done>> RunAsync(IReadOnlyDictionary<string, int> approvals, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(ReviewPermissions.ManageRules);
        if (approvals.Keys.FirstOrDefault(t => types.Find(t) is null) is { } unknown) return Problem.Invalid("approvals", "There is no content type {0}.", unknown);
        if (approvals.Any(a => a.Value is < 0 or > ReviewRules.Most)) return Problem.Invalid("approvals", "A whole number from {0} to {1}.", 0, ReviewRules.Most);

        var stored = await db.Settings.FindAsync([ReviewRules.Setting], cancel);
        var setting = stored is null ? [] : JsonNode.Parse(stored.Json) as JsonObject ?? [];
        if (setting[ReviewRules.Member] is not JsonObject rules) setting[ReviewRules.Member] = rules = [];
        foreach (var (type, number) in approvals) rules[type] = number;
        if (stored is null) db.Settings.Add(new StoredSetting { Name = ReviewRules.Setting, Json = setting.ToJsonString() });
        else stored.Json = setting.ToJsonString();

        audit.Record("Review", "RulesSaved", ReviewRules.Setting, new() { [ReviewRules.Member] = rules.DeepClone() });
        work.Evict(Tags.Settings);
        return default(Done);
    }, cancel);
}
