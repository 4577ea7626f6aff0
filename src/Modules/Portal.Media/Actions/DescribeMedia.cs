using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Usages;

namespace Portal.Media.Actions;

/// <summary>Writes down what a picture shows in each language, who made it, and what of it must stay when it is cropped.</summary>
public sealed class DescribeMedia(UnitOfWork work, PortalDb db, MediaAccess access, MediaChanges changes, MediaStore store, AuditTrail audit, TimeProvider clock)
{
    public const int LongestTitle = 200, LongestAlt = 1000, LongestCredit = 200;

    /// <param name="Stamp">Of the file as the form was read; null = whatever it is.</param>
    /// <param name="Alt">By content culture; a culture that is left out keeps its text.</param>
    /// <param name="FocusX">From 0 (left) to 1.</param>
    /// <param name="FocusY">From 0 (top) to 1.</param>
    public sealed record Input(string Id, Guid? Stamp, string? Title, IReadOnlyDictionary<string, string> Alt, bool IsDecorative, string? Credit, string? Licence, double FocusX, double FocusY);

    public Task<Result<MediaItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<MediaItem>(async () =>
    {
        access.DemandUse();
        if (await db.MediaItems.SingleOrDefaultAsync(i => i.Id == input.Id && i.DeletedUtc == null, cancel) is not { } item) return ReplaceMedia.NoSuchFile;
        access.Demand(access.MayDescribe(item));
        if (Check(input) is { } wrong) return wrong;
        if (input.Stamp is { } stamp && stamp != item.Stamp) return Problem.Conflict("Somebody else changed this meanwhile. Nothing was saved; look at it again.");

        var moved = (input.FocusX, input.FocusY) != (item.FocusX, item.FocusY);
        Dictionary<string, string> alt = new(item.Alt, StringComparer.Ordinal);
        foreach (var (culture, text) in input.Alt) alt[culture] = text.Trim();
        (item.Title, item.Alt, item.IsDecorative) = (input.Title!.Trim(), alt.Where(a => a.Value.Length > 0).ToDictionary(StringComparer.Ordinal), input.IsDecorative);
        (item.Credit, item.Licence, item.FocusX, item.FocusY) = (input.Credit?.Trim() ?? "", input.Licence?.Trim() ?? "", input.FocusX, input.FocusY);
        (item.ModifiedUtc, item.Stamp) = (clock.UtcNow, Guid.NewGuid());
        item.Derive();
        // Another part of the picture under the same address would stay in browsers for a year.
        if (moved) await RenameVersionAsync(item, cancel);
        audit.Record("Media", "Described", item.Id, new JsonObject { ["path"] = item.Path, ["cultures"] = new JsonArray([.. item.Alt.Keys.Order(StringComparer.Ordinal).Select(c => (JsonNode)c)]), ["decorative"] = item.IsDecorative });
        await changes.EvictAsync(item, cancel);
        return item;
    }, cancel);

    static Problem? Check(Input input)
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(input.Title)) errors.Add(new("title", "This is needed."));
        TooLong("title", input.Title, LongestTitle);
        foreach (var (culture, text) in input.Alt)
        {
            if (Culture.ContentCultures.All(c => c.Code != culture)) errors.Add(new("alt", "There is no language {0}.", culture));
            TooLong($"alt-{culture}", text, LongestAlt);
        }

        TooLong("credit", input.Credit, LongestCredit);
        TooLong("licence", input.Licence, LongestCredit);
        if (input.FocusX is not (>= 0 and <= 1)) errors.Add(new("focusX", "A number from {0} to {1}.", 0, 100));
        if (input.FocusY is not (>= 0 and <= 1)) errors.Add(new("focusY", "A number from {0} to {1}.", 0, 100));
        return errors.Count > 0 ? Problem.Invalid(errors) : null;

        void TooLong(string field, string? text, int longest)
        {
            if (text?.Length > longest) errors.Add(new(field, "At most {0} characters are possible here.", longest));
        }
    }

    /// <summary>A version is a name for one state of file and focal point.</summary>
    async Task RenameVersionAsync(MediaItem item, CancellationToken cancel)
    {
        if (store.Locate(item.Path) is not { } file || !File.Exists(file)) return;
        var bytes = await MediaStore.VersionOfAsync(file, cancel);
        item.Version = bytes[..12] + Convert.ToHexStringLower([(byte)Math.Round(item.FocusX * 255), (byte)Math.Round(item.FocusY * 255)]) + bytes[12..16];
    }
}
