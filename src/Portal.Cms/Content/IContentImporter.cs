using System.Text.Json.Nodes;
using Portal.Cms.Content.Actions;

namespace Portal.Cms.Content;

/// <summary>Takes in items of a content type that is kept in tables of its own. Items of every other type go to <see cref="ImportContentItem"/>.</summary>
public interface IContentImporter
{
    /// <summary>Name of the content type, as in the item's JSON.</summary>
    string ContentType { get; }

    /// <summary>Takes in one item of a recipe. Runs inside the transaction of the step; importing the same item twice changes nothing.</summary>
    Task<Result<ImportContentItem.Outcome>> ImportAsync(JsonObject item, CancellationToken cancel);
}
