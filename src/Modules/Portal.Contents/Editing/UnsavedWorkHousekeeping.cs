using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Contents.Models;

namespace Portal.Contents.Editing;

/// <summary>Forgets unsaved work that nobody came back to.</summary>
public sealed class ForgetUnsavedWork(PortalDb db, UnitOfWork work, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Task RunAsync(CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        var old = clock.UtcNow - Kept;
        await db.UnsavedWork.Where(w => w.KeptUtc < old).ExecuteDeleteAsync(cancel);
        return default(Done);
    }, cancel);
}

/// <summary>Unsaved work is its writer's alone, and goes with the account.</summary>
public sealed class UnsavedWorkOfAccount(PortalDb db) : IPersonalData, IAccountHandler
{
    /// <summary>English message ids of what people read beside it.</summary>
    public static readonly PersonalDataLabels Labels = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = "Form", ["keptUtc"] = "Kept since", ["typed"] = "What was typed" });

    /// <summary>English message id.</summary>
    public string Title => "Unsaved work";

    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        var all = await db.UnsavedWork.AsNoTracking().Where(w => w.UserId == userId).OrderBy(w => w.KeptUtc).ToListAsync(cancel);
        return all.Count == 0 ? null : new JsonArray([.. all.Select(w => new JsonObject { ["form"] = w.Form, ["keptUtc"] = w.KeptUtc, ["typed"] = JsonNode.Parse(w.Json) })]);
    }

    public Task EraseAsync(string userId, CancellationToken cancel) => db.UnsavedWork.Where(w => w.UserId == userId).ExecuteDeleteAsync(cancel);

    public Task DeletingAsync(string userId, CancellationToken cancel) => EraseAsync(userId, cancel);
}
