using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Steps;

/// <summary><c>Content</c>: content items. All of the step's items are taken in, or none.</summary>
public sealed class ContentStep(PortalDb db, ImportContentItem import, IEnumerable<IContentImporter> importers, ContentTypes types) : IRecipeStep
{
    public string Name => "Content";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        var noted = new HashSet<string>(StringComparer.Ordinal);
        var shared = new Dictionary<(string Set, string Part, string Field), JsonNode?>();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (node, index) in (context.Step.Member("data") as JsonArray ?? []).Select((node, index) => (node, index)))
        {
            if (node is not JsonObject item) return Problem.Invalid($"{context.Path}.data[{index}]", "A content item is a JSON object.");
            if (item.Text("ContentItemVersionId") is { Length: > 0 } version && !versions.Add(version))
            {
                context.Report.Note(item.GetPath(), "The version {0} stands in this step twice; only the first was taken in.", version);
                continue;
            }

            Remark(item, context, noted);
            Compare(item, context, shared);
            var outcome = await ImportAsync(item, cancel);
            if (outcome.Problem is { } problem) return Named(item, problem);

            context.Report.Count(outcome.Value);
            // Whatever the context remembers it looks through again at every save; forgetting at once makes a setup a third cheaper.
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return null;
    }

    async Task<Result<ImportContentItem.Outcome>> ImportAsync(JsonObject item, CancellationToken cancel)
    {
        try
        {
            var own = importers.FirstOrDefault(i => i.ContentType == item["ContentType"].AsText());
            return own is null ? await import.RunAsync(item, cancel) : await own.ImportAsync(item, cancel);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or DbUpdateException or ContentHandlerException)
        {
            // Written by whoever made the recipe: what does not fit is their mistake to see, not an error of the portal.
            return Problem.Invalid("", "{0}", (failure as DbUpdateException)?.InnerException?.Message ?? failure.Message);
        }
    }

    static Problem Named(JsonObject item, Problem problem) => Problem.Invalid(
    [
        new FieldError(item.GetPath(), "The item {0} cannot be taken in.", item["ContentItemId"].AsText() ?? "?"),
        .. problem.Errors.Count > 0 ? problem.Errors.Select(e => e with { Field = $"{item.GetPath()}.{e.Field}".TrimEnd('.') }) : [new FieldError(item.GetPath(), problem.Message, problem.Args)],
    ]);

    /// <summary>Notes, once for each kind of thing, what nobody here will show.</summary>
    void Remark(JsonObject item, RecipeStepContext context, HashSet<string> noted)
    {
        var typeName = item["ContentType"].AsText() ?? "";
        if (importers.Any(i => i.ContentType == typeName)) return;

        var type = types.Find(typeName);
        if (type is null) Once(typeName, item, "No enabled module knows the content type {0}; its items were kept and have no pages.", typeName);
        foreach (var (name, value) in item.Where(p => !ImportContentItem.IsSystemField(p.Key)))
        {
            if (value is not (JsonObject or JsonArray)) Once($"{typeName}.{name}", item, "{0} is neither a field of content items nor a part; it was left out.", name);
            else if (type is not null && !type.Parts.Any(p => p.Name == name)) Once($"{typeName}.{name}", item, "The type {0} has no part {1} here; the part was kept as it is.", typeName, name);
        }

        /// <param name="message">English message id.</param>
        void Once(string key, JsonObject at, string message, params object[] args)
        {
            if (noted.Add(key)) context.Report.Note(at.GetPath(), message, args);
        }
    }

    /// <summary>Notes fields that the languages of a set share and that nevertheless differ: each language keeps its own value.</summary>
    void Compare(JsonObject item, RecipeStepContext context, Dictionary<(string, string, string), JsonNode?> shared)
    {
        if (item["LocalizationPart"] is not JsonObject localization || localization.Text("LocalizationSet") is not { } set) return;
        foreach (var (part, field) in types.Find(item["ContentType"].AsText() ?? "")?.SharedFields ?? [])
        {
            var value = (item[part] as JsonObject)?[field];
            if (value is null || shared.TryAdd((set, part, field), value) || JsonNode.DeepEquals(shared[(set, part, field)], value)) continue;
            context.Report.Note(value.GetPath(), "This value differs from that of another language of the set {0}; the languages normally share it. Each keeps its own.", set);
        }
    }
}
