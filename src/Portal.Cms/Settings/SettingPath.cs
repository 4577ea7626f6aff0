using System.Text.Json.Nodes;

namespace Portal.Cms.Settings;

/// <summary>Where a value stands among the settings: the key, and members of its JSON object after dots, as in <c>Moderation.AlertAfterHours</c>.</summary>
public static class SettingPath
{
    /// <returns>The key under which the value's row is stored.</returns>
    public static string KeyOf(string path) => path.Split('.', 2)[0];

    public static JsonNode? Read(IReadOnlyDictionary<string, JsonNode?> settings, string path)
    {
        var names = path.Split('.');
        return names.Skip(1).Aggregate(settings.GetValueOrDefault(names[0]), (node, name) => (node as JsonObject)?[name]);
    }

    /// <summary>Writes a value, keeping the members beside it that nobody here knows.</summary>
    /// <param name="value">Null takes the value away.</param>
    public static void Write(IDictionary<string, JsonNode?> settings, string path, JsonNode? value)
    {
        var names = path.Split('.');
        if (names.Length == 1)
        {
            settings[names[0]] = value;
            return;
        }

        if (!settings.TryGetValue(names[0], out var root) || root is not JsonObject parent) settings[names[0]] = parent = [];
        foreach (var name in names[1..^1]) parent = parent[name] as JsonObject ?? Add(parent, name);
        if (value is null) parent.Remove(names[^1]);
        else parent[names[^1]] = value;
    }

    static JsonObject Add(JsonObject parent, string name)
    {
        var made = new JsonObject();
        parent[name] = made;
        return made;
    }
}
