using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Translations.Models;
using Portal.Translations.Queries;

namespace Portal.Translations.Actions;

/// <summary>Adds, changes or removes one word of the glossary.</summary>
public sealed class ChangeGlossary(PortalDb db, UnitOfWork work, CurrentUser user, AuditTrail audit)
{
    /// <summary>More than anybody reads; a word a line of the board's hints.</summary>
    public const int Most = 2000;

    static readonly Problem Changed = Problem.Conflict("Somebody else changed this word meanwhile. Look at it again.");

    /// <param name="Before">The word as the person saw it; null = a new one.</param>
    /// <param name="After">The word as it shall be; null = none any more.</param>
    public sealed record Input(GlossaryTerm? Before, GlossaryTerm? After);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(TranslationPermissions.ManageTranslations);
        if (input.After is { } asked && Wrong(asked) is { } problem) return problem;

        await work.AloneAsync(Glossary.Setting, cancel);
        var row = await db.Settings.FindAsync([Glossary.Setting], cancel);
        var terms = Glossary.Read(row?.Json).ToList();
        var at = terms.FindIndex(t => t.Id == (input.Before ?? input.After)?.Id);
        if (input.Before is null ? at >= 0 : at < 0 || terms[at] != input.Before) return Changed;
        if (input.Before is null && terms.Count >= Most) return Problem.Conflict("The glossary is full: {0} words.", Most);

        if (input.Before is null) terms.Add(input.After!);
        else if (input.After is { } after) terms[at] = after;
        else terms.RemoveAt(at);

        var json = JsonSerializer.Serialize(terms, Glossary.Json);
        if (row is null) db.Settings.Add(new() { Name = Glossary.Setting, Json = json });
        else row.Json = json;
        audit.Record("Glossary", input.Before is null ? "Added" : input.After is null ? "Removed" : "Changed", (input.After ?? input.Before)!.Id, new JsonObject { ["old"] = Json(input.Before), ["new"] = Json(input.After) });
        work.Evict(Glossary.Tag);
        return default(Done);
    }, cancel);

    static Problem? Wrong(GlossaryTerm term)
    {
        string?[] words = [term.En, term.Sq, term.Sr, term.Bs, term.Note];
        if (words.Any(w => w?.Length > GlossaryTerm.Longest || (w is not null && !ContentText.IsStorable(w)))) return Problem.Invalid("term", "At most {0} characters are possible here.", GlossaryTerm.Longest);
        return words.Take(4).Count(w => !string.IsNullOrWhiteSpace(w)) < 2 ? Problem.Invalid("term", "A word of the glossary stands in two languages at least.") : null;
    }

    static JsonNode? Json(GlossaryTerm? term) => term is null ? null : JsonSerializer.SerializeToNode(term, Glossary.Json);
}
