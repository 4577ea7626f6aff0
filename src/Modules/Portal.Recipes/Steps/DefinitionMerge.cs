using System.Text.Json.Nodes;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Steps;

/// <summary>Merges content definitions as Orchard Core does: settings object by object, parts and fields by their instance names, everything unknown kept.</summary>
public static class DefinitionMerge
{
    const string Parts = "ContentTypePartDefinitionRecords", Fields = "ContentPartFieldDefinitionRecords";

    /// <param name="stored">The definition so far; null = there is none.</param>
    /// <param name="record">The type's record in the recipe.</param>
    public static JsonObject Type(JsonObject? stored, JsonObject record) => Merge(stored, record, Parts, "PartName", takesSettings: stored is null || TypeSettingsApply(record));

    public static JsonObject Part(JsonObject? stored, JsonObject record) => Merge(stored, record, Fields, "FieldName", takesSettings: true);

    /// <summary>Whether a record changes the settings of a type that is there: only one with a display name does.</summary>
    public static bool TypeSettingsApply(JsonObject record) => record.Text("DisplayName") is { Length: > 0 };

    /// <summary>The types of the fields in a part's record, with their places.</summary>
    public static IEnumerable<(JsonNode At, string FieldType)> FieldTypes(JsonObject record) =>
        from field in (record.Member(Fields) as JsonArray ?? []).OfType<JsonObject>() select ((JsonNode)field, field.Text("FieldName") ?? "");

    static JsonObject Merge(JsonObject? stored, JsonObject record, string list, string kind, bool takesSettings)
    {
        var merged = stored?.DeepClone().AsObject() ?? new JsonObject { ["Name"] = record.Text("Name") };
        if (merged["Settings"] is not JsonObject settings) merged["Settings"] = settings = [];
        if (merged[list] is not JsonArray members) merged[list] = members = [];

        foreach (var (name, value) in record)
        {
            if (Is(name, "Name") || value is null) continue;
            if (Is(name, "Settings"))
            {
                if (takesSettings && value is JsonObject theirs) settings.Merge(theirs);
            }
            else if (Is(name, list))
            {
                foreach (var member in (value as JsonArray ?? []).OfType<JsonObject>()) MergeMember(members, member, kind);
            }
            else if (Is(name, "DisplayName"))
            {
                if (takesSettings) merged["DisplayName"] = value.DeepClone();
            }
            else
            {
                merged[name] = value.DeepClone();
            }
        }

        return merged;
    }

    static void MergeMember(JsonArray members, JsonObject record, string kind)
    {
        var name = record.Text("Name") ?? record.Text(kind);
        var known = members.OfType<JsonObject>().FirstOrDefault(m => (m.Text("Name") ?? m.Text(kind)) is { } other && other == name);
        if (known is null) members.Add(record.DeepClone());
        else known.Merge(record);
    }

    static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
