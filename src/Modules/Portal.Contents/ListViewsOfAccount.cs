using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Contents.Models;

namespace Portal.Contents;

/// <summary>The views of lists that a person kept, and what they scheduled.</summary>
public sealed class ListViewsOfAccount(PortalDb db) : IPersonalData
{
    /// <summary>English message ids of what people read beside it.</summary>
    public static readonly PersonalDataLabels Labels = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["selection"] = "Selection", ["forEverybody"] = "For everybody" });

    /// <summary>English message id.</summary>
    public string Title => "Views of lists";

    public async Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel)
    {
        var views = await db.SavedListViews.AsNoTracking().Where(v => v.UserId == userId).ToListAsync(cancel);
        return views.Count == 0 ? null : new JsonArray([.. views.Select(v => new JsonObject { ["name"] = v.Name, ["selection"] = v.Query, ["forEverybody"] = v.IsShared })]);
    }

    /// <summary>What was scheduled stays, and will be refused: nobody is there any more in whose name it could be done.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancel)
    {
        await db.SavedListViews.Where(v => v.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.ContentSchedules.Where(s => s.ById == userId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ByName, (string?)null), cancel);
    }
}
