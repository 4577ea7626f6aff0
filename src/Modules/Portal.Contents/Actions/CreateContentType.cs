using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Definitions;

namespace Portal.Contents.Actions;

/// <summary>Makes a content type that no module knows. The generic drivers give it a list, pages and a form at once; it is stored as Orchard Core stores types.</summary>
public sealed class CreateContentType(PortalDb db, UnitOfWork work, CurrentUser user, DefinedTypes types, ListAddresses addresses, DefinitionRecords records)
{
    /// <summary>What stands in the library of types of the portal or in item JSON under a name of its own.</summary>
    static readonly string[] Reserved = ["Submission", "Account", "Widget", "Menu", "Taxonomy", "ContentType", "ContentPart"];

    /// <param name="Names">What one of its items is called, by culture; the English one is what stands in where there is none.</param>
    /// <param name="ListNames">What many of them are called, by culture: the list has this name, and its address is made from it. None = as one of them.</param>
    /// <param name="Name">The name in item JSON; null = made from the English one.</param>
    /// <param name="HasPages">Its items have pages and a list; otherwise they live in other items.</param>
    /// <param name="Chosen">Those of <see cref="ChangeContentType.PartsOfStored"/> that it has.</param>
    public sealed record Input(IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> ListNames, string? Name, bool HasPages, TypeFlags Flags, IReadOnlyList<string> Chosen);

    /// <returns>The type's technical name.</returns>
    public Task<Result<string>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<string>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        var label = input.Names.GetValueOrDefault("en")?.Trim() ?? "";
        if (label.Length == 0) return Problem.Invalid("names.en", "Give it an English name: it stands in where a language has none.");
        if (ChangeContentType.WrongNames(input.Names, input.ListNames) is { } wrongNames) return wrongNames;
        var name = TechnicalName.Of(input.Name, label);
        if (TechnicalName.Check(name) is { } wrong) return wrong;
        if (await IsTakenAsync(name, cancel)) return Problem.Invalid("name", "There is a type, a part or a field of the name {0} already, or the portal needs the name itself.", name);
        var listsAt = ListAddresses.Of(input.Names, input.ListNames, label);
        if (input.HasPages && await addresses.TakenAsync(listsAt, cancel) is { } taken) return taken;

        await records.WriteAsync(DefinitionNames.TypeKind, RecordOf(input, name, label, listsAt), "TypeCreated", null, cancel);
        return name;
    }, cancel);

    async Task<bool> IsTakenAsync(string name, CancellationToken cancel)
    {
        var taken = types.All.SelectMany(t => t.Parts.SelectMany(p => new[] { p.PartName, p.Name }).Prepend(t.Name)).Concat(Reserved);
        return taken.Contains(name, StringComparer.OrdinalIgnoreCase) || name.EndsWith("Part", StringComparison.Ordinal) || name.EndsWith("Field", StringComparison.Ordinal) || ImportContentItem.IsSystemField(name)
            || await db.ContentDefinitions.AnyAsync(d => d.Name == name, cancel);
    }

    static JsonObject RecordOf(Input input, string name, string label, IReadOnlyDictionary<string, string> listsAt)
    {
        string[] parts = [nameof(TitlePart), .. input.HasPages ? [nameof(AutoroutePart), nameof(LocalizationPart)] : Array.Empty<string>(), .. ChangeContentType.PartsOfStored.Intersect(input.Chosen, StringComparer.Ordinal)];
        var record = new JsonObject
        {
            [DefinitionNames.Name] = name, [DefinitionNames.DisplayName] = label,
            [DefinitionNames.Settings] = new JsonObject
            {
                [DefinitionNames.OfType] = new JsonObject { [DefinitionNames.Draftable] = true, [DefinitionNames.Versionable] = true, [DefinitionNames.Securable] = true, [DefinitionNames.Stereotype] = input.HasPages ? null : "Widget" },
            },
            [DefinitionNames.Parts] = new JsonArray([.. parts.Select(PartOf)]),
        };
        input.Flags.Write(record);
        DefinitionRecords.WriteNames(record, input.Names, input.ListNames);
        // Kept: whoever gives the type another name later does not move its list.
        if (input.HasPages) DefinitionRecords.Group(record, DefinitionNames.Ours)[DefinitionNames.ListAddresses] = DefinitionRecords.Words(listsAt);
        return record;
    }

    static JsonObject PartOf(string part, int position) => new()
    {
        [DefinitionNames.PartName] = part, [DefinitionNames.Name] = part,
        [DefinitionNames.Settings] = new JsonObject { [DefinitionNames.OfTypePart] = new JsonObject { [DefinitionNames.Position] = position.ToString(CultureInfo.InvariantCulture) } },
    };
}
