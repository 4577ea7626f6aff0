using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Actions;

/// <summary>Adds a public reason, or words one anew. The wording before stays with the decisions that were made under it.</summary>
public sealed partial class WordReason(PortalDb db, UnitOfWork work, CurrentUser user, AuditTrail audit, TimeProvider clock)
{
    public const int LongestName = 120, LongestExplanation = 600;

    /// <param name="Key">Small letters, digits and hyphens; that of an existing reason words it anew.</param>
    /// <param name="Texts">By content culture; every one is needed, because every reader is told in their own language.</param>
    public sealed record Input(string Key, int Position, bool IsActive, bool HidesAtOnce, bool IsForReports, IReadOnlyDictionary<string, ReasonText> Texts);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(ModerationPermissions.ManageReasons);
        if (Check(input) is { Count: > 0 } errors) return Problem.Invalid(errors);

        await work.AloneAsync("moderation-reasons", cancel);
        var version = 1 + await db.ModerationReasons.Where(r => r.Key == input.Key).Select(r => (int?)r.Version).MaxAsync(cancel) ?? 1;
        db.ModerationReasons.Add(new()
        {
            Key = input.Key, Version = version, Position = input.Position, IsActive = input.IsActive, HidesAtOnce = input.HidesAtOnce, IsForReports = input.IsForReports, CreatedUtc = clock.UtcNow, CreatedById = user.Id,
            Texts = JsonSerializer.Serialize(Culture.ContentCultures.ToDictionary(c => c.Code, c => new ReasonText(input.Texts[c.Code].Name.Trim(), input.Texts[c.Code].Explanation.Trim()), StringComparer.Ordinal), ContentDocument.Json),
        });
        audit.Record("ModerationReason", "Worded", input.Key, new JsonObject { ["version"] = version });
        work.Evict(ReasonList.Tag);
        return default(Done);
    }, cancel);

    static List<FieldError> Check(Input input)
    {
        var errors = new List<FieldError>();
        if (!Key().IsMatch(input.Key)) errors.Add(new("key", "A key consists of small letters, digits and hyphens, {0} at most.", 40));
        foreach (var culture in Culture.ContentCultures)
        {
            var text = input.Texts.GetValueOrDefault(culture.Code);
            CheckText($"name-{culture.Code}", text?.Name, LongestName, errors);
            CheckText($"explanation-{culture.Code}", text?.Explanation, LongestExplanation, errors);
        }

        return errors;
    }

    static void CheckText(string field, string? text, int longest, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text)) errors.Add(new(field, "This is needed in every language: readers are told in their own."));
        else if (text.Length > longest || !ContentText.IsStorable(text)) errors.Add(new(field, "At most {0} characters are possible here.", longest));
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
