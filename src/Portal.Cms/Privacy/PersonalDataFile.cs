using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;

namespace Portal.Cms.Privacy;

/// <summary>What members of a module's personal data are called to the person. A value of a fixed list is named under <c>member:value</c>.</summary>
/// <param name="Names">English message id by the name of the member.</param>
public sealed record PersonalDataLabels(IReadOnlyDictionary<string, string> Names);

/// <summary>What is kept about somebody, for them to take along: <c>data.json</c> for programs and <c>data.html</c> to be read. The page is made from the same data, so both say the same; it leaves out what has no value.</summary>
/// <remarks>Members that end in <c>Utc</c> are instants; the page shows them as its reader's language does.</remarks>
public sealed class PersonalDataFile(IEnumerable<PersonalDataLabels> labels, IEnumerable<IPersonalData> kept, Dates dates, IStringLocalizer T)
{
    const string ZoneOfTheSite = Settings.SiteSettings.UsualTimeZone, EndOfInstants = "Utc";

    /// <summary>The page lies on somebody's own device: it brings all that it needs to be read and printed.</summary>
    const string Style = ":root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem}dd>:is(dl,ol),li>dl{margin:.25rem 0 1rem}dd>dl,li>dl{padding-left:1rem;border-left:2px solid #8888}ol{padding-left:1.5rem}";

    static readonly JsonSerializerOptions Relaxed = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly Dictionary<string, string> names = labels.SelectMany(l => l.Names).Concat(kept.Select(k => KeyValuePair.Create(k.Name, k.Title))).DistinctBy(n => n.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    public static byte[] Json(JsonObject data) => Encoding.UTF8.GetBytes(data.ToJsonString(Relaxed));

    /// <param name="title">Heading, in the reader's language.</param>
    public byte[] Html(string title, JsonObject data)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{Culture.Current.HtmlLang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Encode(title)}</title><style>{Style}</style><h1>{Encode(title)}</h1>\n");
        // Read back, so that a value looks as it does to a program.
        Write(html, "", JsonNode.Parse(data.ToJsonString()));
        return Encoding.UTF8.GetBytes(html.Append("</html>\n").ToString());
    }

    /// <summary>Both in one file.</summary>
    public byte[] Zip(string title, JsonObject data)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "data.json", Json(data));
            Add(zip, "data.html", Html(title, data));
        }

        return bytes.ToArray();
    }

    static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    void Write(StringBuilder html, string member, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                html.Append("<dl>\n");
                foreach (var (name, value) in members.Where(m => HasValue(m.Value)))
                {
                    html.Append("<dt>").Append(Encode(names.TryGetValue(name, out var label) ? T[label] : name)).Append("</dt><dd>");
                    Write(html, name, value);
                    html.Append("</dd>\n");
                }

                html.Append("</dl>\n");
                break;
            case JsonArray items:
                html.Append("<ol>\n");
                foreach (var item in items)
                {
                    html.Append("<li>");
                    Write(html, member, item);
                    html.Append("</li>\n");
                }

                html.Append("</ol>\n");
                break;
            default:
                // Lines of a text stay lines.
                html.Append(Encode(Text(member, node)).Replace("\n", "<br>", StringComparison.Ordinal));
                break;
        }
    }

    static bool HasValue(JsonNode? node) => node is JsonArray items ? items.Count > 0 : node is not null;

    string Text(string member, JsonNode? node)
    {
        if (node is not JsonValue value) return "–";
        if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return value.GetValue<bool>() ? T["Yes"] : T["No"];
        // A value that was never text tells its instant as one.
        if (member.EndsWith(EndOfInstants, StringComparison.Ordinal) && DateTime.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant)) return dates.Instant(instant, ZoneOfTheSite, Culture.Current);
        var text = value.ToString();
        return names.TryGetValue($"{member}:{text}", out var label) ? T[label] : text;
    }

    static string Encode(string text) => Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
