using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Translations.Interface;
using Portal.Translations.Models;

namespace Portal.Translations.Actions;

/// <summary>Lets the site say something else than what is shipped, in one culture; or what is shipped again. Effective at once, on every node.</summary>
public sealed class ChangeInterfaceString(PortalDb db, UnitOfWork work, CurrentUser user, InterfaceMessages messages, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Letters that a form may have.</summary>
    public const int Longest = 2000;

    /// <param name="Forms">One for each plural form of the culture; null = back to what is shipped.</param>
    public sealed record Input(Culture Culture, string? Context, string MessageId, IReadOnlyList<string>? Forms);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(TranslationPermissions.ManageTranslations);
        if (messages.Find(input.Context, input.MessageId) is not { } message) return Problem.NotFound("No page says this text.");
        if (input.Forms is { } asked && Wrong(message, input.Culture, asked) is { Count: > 0 } errors) return Problem.Invalid(errors);

        var row = await db.InterfaceStrings.FindAsync([input.Culture.Code, input.Context ?? "", input.MessageId], cancel);
        var shipped = messages.ShippedIn(input.Culture, message);
        var before = row?.Forms ?? shipped;
        var after = input.Forms is { } typed ? [.. typed.Select(f => f.ReplaceLineEndings("\n").Trim())] : shipped;
        if (before.SequenceEqual(after, StringComparer.Ordinal)) return default(Done);

        if (after.SequenceEqual(shipped, StringComparer.Ordinal)) db.InterfaceStrings.Remove(row!);
        else if (row is not null) (row.Forms, row.ModifiedUtc) = (after, clock.UtcNow);
        else db.InterfaceStrings.Add(new() { Culture = input.Culture.Code, Context = input.Context ?? "", MessageId = input.MessageId, FormsJson = "", Forms = after, ModifiedUtc = clock.UtcNow });

        audit.Record("InterfaceString", input.Forms is null ? "Reset" : "Changed", $"{input.Culture.Code}: {input.MessageId}", new JsonObject { ["old"] = Json(before), ["new"] = Json(after) });
        // Settings end every kept page: words of the interface stand on all of them.
        work.Evict(SiteWords.Tag, Tags.Settings);
        return default(Done);
    }, cancel);

    /// <returns>What keeps the forms from being said, by their index.</returns>
    public static IReadOnlyList<FieldError> Wrong(InterfaceMessage message, Culture culture, IReadOnlyList<string> forms)
    {
        if (forms.Count != message.FormsIn(culture)) return [new("forms", "This text has {0} forms in this language.", message.FormsIn(culture))];

        var errors = new List<FieldError>();
        foreach (var (form, index) in forms.Select((f, i) => (f, i)))
        {
            var (field, source) = ($"forms[{index}]", message.PluralId ?? message.Id);
            if (string.IsNullOrWhiteSpace(form)) errors.Add(new(field, "This is needed."));
            else if (form.Length > Longest) errors.Add(new(field, "At most {0} characters are possible here.", Longest));
            else if (!ContentText.IsStorable(form)) errors.Add(new(field, "The text contains a character that cannot be stored."));
            else if (Placeholders.Wrong(source, form) is { Count: > 0 } wrong) errors.Add(new(field, "The portal fills in these places; each has to stand in the text exactly as in the English one: {0}", string.Join(" ", wrong)));
            else if (Placeholders.HasLooseBraces(source, form)) errors.Add(new(field, "Curly brackets may stand here only around the numbers of places that the portal fills in."));
        }

        return errors;
    }

    static JsonArray Json(IReadOnlyList<string> forms) => new([.. forms.Select(f => (JsonNode)f)]);
}
