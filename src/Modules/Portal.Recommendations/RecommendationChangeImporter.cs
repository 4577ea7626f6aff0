using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Recommendations.Models;

namespace Portal.Recommendations;

/// <summary>An event of a recommendation's history as a recipe carries it: a content type in name and JSON, kept in a table of its own.</summary>
public sealed class RecommendationChange : ContentPart
{
    public LocalizationSetContentPickerField? Recommendation { get; set; }
    public DateField? Date { get; set; }
    /// <summary>Key of the status; empty where it is a verdict.</summary>
    public TextField? Status { get; set; }
    public TextField? Verdict { get; set; }
    public LocalizationSetContentPickerField? SaidBy { get; set; }
    /// <summary>Culture code of the statement.</summary>
    public TextField? Culture { get; set; }
    public TextField? Statement { get; set; }
    public LinkField? Evidence { get; set; }
}

/// <summary>Takes in the history of recommendations, by the same rules as everybody. A known event is left as it is.</summary>
public sealed class RecommendationChangeImporter(PortalDb db, UnitOfWork work, RecommendationHistory history, CurrentUser user) : IContentImporter
{
    public string ContentType => nameof(RecommendationChange);

    public Task<Result<ImportContentItem.Outcome>> ImportAsync(JsonObject item, CancellationToken cancel) => work.RunAsync<ImportContentItem.Outcome>(async () =>
    {
        user.Demand(ContentPermissions.PublishContent);
        if ((string?)item["ContentItemId"] is not { Length: > 0 } id) return Problem.Invalid("ContentItemId", "A content item needs an id.");
        if (await db.RecommendationEvents.AnyAsync(e => e.Id == id, cancel)) return ImportContentItem.Outcome.Unchanged;

        var part = item[nameof(RecommendationChange)]?.Deserialize<RecommendationChange>(ContentDocument.Json) ?? new();
        var set = part.Recommendation?.LocalizationSets.FirstOrDefault() ?? "";
        if (await history.FindAsync(set, cancel) is not { } state) return Problem.Invalid("RecommendationChange.Recommendation", "There is no published recommendation {0}.", set);
        if (part.Date?.Day is null) return Problem.Invalid("RecommendationChange.Date", "Say on which day it was said.");

        var said = new Said(set, part.Date.Day, part.SaidBy?.LocalizationSets.FirstOrDefault(), part.Statement?.Text, part.Culture?.Text, part.Evidence?.Url, part.Evidence?.Text);
        var outcome = part.Verdict?.Text is { Length: > 0 } verdict ? await history.AddVerdictAsync(state, verdict, said, id) : await history.AddStatusAsync(state, part.Status?.Text, said, id);
        return outcome.Problem is { } problem ? problem : ImportContentItem.Outcome.Created;
    }, cancel);
}
