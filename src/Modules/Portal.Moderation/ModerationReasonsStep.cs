using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Moderation.Actions;
using Portal.Recipes.Reading;
using Portal.Recipes.Steps;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Moderation;

/// <summary>Recipe step <c>ModerationReasons</c>: the public reasons for decisions, each in all languages. A reason whose wording differs gets it as its next version; one that says the same is left as it is.</summary>
public sealed class ModerationReasonsStep(WordReason word, ReasonList reasons, IStringLocalizer T) : IRecipeStep
{
    /// <param name="Position">Place in the list; this and the switches keep what they are where a recipe is silent.</param>
    /// <param name="Texts">By content culture.</param>
    sealed record Entry(string? Key, int? Position, bool? IsActive, bool? HidesAtOnce, bool? IsForReports, IReadOnlyDictionary<string, ReasonText>? Texts);

    sealed record Payload(IReadOnlyList<Entry>? Reasons);

    static readonly JsonSerializerOptions Indented = new(ContentDocument.Json) { WriteIndented = true };

    public string Name => "ModerationReasons";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        var book = await reasons.GetAsync();
        foreach (var (entry, index) in (context.Step.Deserialize<Payload>(RecipeJson.Binding)!.Reasons ?? []).Select((entry, index) => (entry, index)))
        {
            var known = book.Newest.FirstOrDefault(r => r.Key == entry.Key);
            var wanted = Wanted(entry, known, index);
            if (known is not null && Says(known, wanted))
            {
                context.Report.Count(Outcome.Unchanged);
                continue;
            }

            if ((await word.RunAsync(wanted, cancel)).Problem is { } problem) return problem with { Errors = [.. problem.Errors.Select(e => e with { Field = $"{context.Path}.Reasons[{index}].{e.Field}" })] };
            context.Report.Count(known is null ? Outcome.Created : Outcome.Updated);
        }

        return null;
    }

    /// <returns>The whole list as a recipe, in UTF-8.</returns>
    public static byte[] Write(ReasonBook book, IStringLocalizer T) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["name"] = "moderation-reasons", ["displayName"] = "Reasons for moderators' decisions", ["issetuprecipe"] = false,
            ["steps"] = new JsonArray(new JsonObject
            {
                ["name"] = "ModerationReasons",
                ["Reasons"] = JsonSerializer.SerializeToNode(book.Newest.Select(r => new Entry(r.Key, r.Position, r.IsActive, r.HidesAtOnce, r.IsForReports, r.InEveryCulture(T))), ContentDocument.Json),
            }),
        }, Indented);

    static WordReason.Input Wanted(Entry entry, Reason? known, int index) => new(
        entry.Key ?? "", entry.Position ?? known?.Position ?? index + 1, entry.IsActive ?? known?.IsActive ?? true, entry.HidesAtOnce ?? known?.HidesAtOnce ?? false, entry.IsForReports ?? known?.IsForReports ?? true,
        entry.Texts ?? new Dictionary<string, ReasonText>(StringComparer.Ordinal));

    bool Says(Reason known, WordReason.Input wanted) =>
        (known.Position, known.IsActive, known.HidesAtOnce, known.IsForReports) == (wanted.Position, wanted.IsActive, wanted.HidesAtOnce, wanted.IsForReports)
        && known.InEveryCulture(T).All(said => wanted.Texts.TryGetValue(said.Key, out var text) && text is not null && text.Name?.Trim() == said.Value.Name && text.Explanation?.Trim() == said.Value.Explanation);
}
