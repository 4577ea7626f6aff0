using System.Text.Json.Nodes;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;

namespace Portal.Contents.Definitions;

/// <summary>The stored definitions as the actions change them: Orchard Core's records, with everything in them that nobody here knows.</summary>
public sealed class DefinitionRecords(PortalDb db, UnitOfWork work, AuditTrail audit)
{
    /// <returns>The part's record, or a new one.</returns>
    public async Task<JsonObject> PartAsync(string name, CancellationToken cancel) => await ReadAsync(DefinitionNames.PartKind, name, cancel) ?? new() { [DefinitionNames.Name] = name, [DefinitionNames.Settings] = new JsonObject(), [DefinitionNames.Fields] = new JsonArray() };

    /// <returns>The type's record, or a new one.</returns>
    public async Task<JsonObject> TypeAsync(string name, CancellationToken cancel) => await ReadAsync(DefinitionNames.TypeKind, name, cancel) ?? new() { [DefinitionNames.Name] = name, [DefinitionNames.Settings] = new JsonObject(), [DefinitionNames.Parts] = new JsonArray() };

    /// <param name="verb">What was done, for the audit trail.</param>
    /// <param name="field">The field it was done to; null = the whole definition.</param>
    public async Task WriteAsync(string kind, JsonObject record, string verb, string? field, CancellationToken cancel)
    {
        var name = (string)record[DefinitionNames.Name]!;
        var json = record.ToJsonString(ContentDocument.Json);
        if (await db.ContentDefinitions.FindAsync([kind, name], cancel) is { } row) row.Json = json;
        else db.ContentDefinitions.Add(new() { Kind = kind, Name = name, Json = json });
        audit.Record("ContentDefinition", verb, name, new JsonObject { ["kind"] = kind, ["field"] = field });
        work.Evict(Tags.Definitions);
    }

    /// <returns>The list under a name, which is made where it is missing.</returns>
    public static JsonArray List(JsonObject record, string name)
    {
        if (record[name] is not JsonArray list) record[name] = list = [];
        return list;
    }

    /// <returns>A group of settings, which is made where it is missing.</returns>
    public static JsonObject Group(JsonObject record, string name)
    {
        if (record[DefinitionNames.Settings] is not JsonObject settings) record[DefinitionNames.Settings] = settings = [];
        if (settings[name] is not JsonObject group) settings[name] = group = [];
        return group;
    }

    /// <returns>A field's record in a part; null where nothing is stored about it.</returns>
    public static JsonObject? FieldIn(JsonObject part, string field) => List(part, DefinitionNames.Fields).OfType<JsonObject>().FirstOrDefault(f => (string?)f[DefinitionNames.Name] == field);

    /// <returns>What a type's record says about one of its parts, which is made where it says nothing.</returns>
    public static JsonObject PartIn(JsonObject type, PartDefinition part)
    {
        var parts = List(type, DefinitionNames.Parts);
        if (parts.OfType<JsonObject>().FirstOrDefault(p => ((string?)p[DefinitionNames.Name] ?? (string?)p[DefinitionNames.PartName]) == part.Name) is { } known) return known;
        var added = new JsonObject { [DefinitionNames.PartName] = part.PartName, [DefinitionNames.Name] = part.Name, [DefinitionNames.Settings] = new JsonObject() };
        parts.Add(added);
        return added;
    }

    /// <summary>Writes what one and what many items of a type are called, by culture.</summary>
    public static void WriteNames(JsonObject type, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> listNames)
    {
        var ours = Group(type, DefinitionNames.Ours);
        Set(ours, DefinitionNames.DisplayNames, Words(names));
        Set(ours, DefinitionNames.ListNames, Words(listNames));
    }

    /// <summary>Sets a member, or takes it away where there is nothing to say.</summary>
    public static void Set(JsonObject group, string name, JsonNode? value)
    {
        if (value is null) group.Remove(name);
        else group[name] = value;
    }

    /// <returns>Texts by culture as JSON; null where there are none.</returns>
    public static JsonObject? Words(IReadOnlyDictionary<string, string> words)
    {
        var filled = words.Where(w => !string.IsNullOrWhiteSpace(w.Value)).ToList();
        return filled.Count == 0 ? null : new(filled.Select(w => KeyValuePair.Create(w.Key, (JsonNode?)w.Value.Trim())));
    }

    async Task<JsonObject?> ReadAsync(string kind, string name, CancellationToken cancel) =>
        await db.ContentDefinitions.FindAsync([kind, name], cancel) is { } row ? JsonNode.Parse(row.Json) as JsonObject : null;
}
