using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Cms.Privacy;

/// <summary>What is kept about somebody, for them to take along: <c>data.json</c> for programs and <c>data.html</c> to be read, in one zip file.</summary>
public static class PersonalDataFile
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="title">Heading of the readable file, in the reader's language.</param>
    /// <param name="language">Of the title, as in HTML.</param>
    public static byte[] Zip(string title, string language, JsonObject data)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "data.json", data.ToJsonString(Json));
            Add(zip, "data.html", Html(title, language, data));
        }

        return bytes.ToArray();
    }

    static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    static string Html(string title, string language, JsonObject data)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"").Append(Encode(language)).Append("\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>").Append(Encode(title)).Append("</title><h1>").Append(Encode(title)).Append("</h1>\n");
        Write(html, data);
        return html.Append("</html>\n").ToString();
    }

    static void Write(StringBuilder html, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                html.Append("<dl>\n");
                foreach (var (name, value) in members)
                {
                    html.Append("<dt>").Append(Encode(name)).Append("</dt><dd>");
                    Write(html, value);
                    html.Append("</dd>\n");
                }

                html.Append("</dl>\n");
                break;
            case JsonArray items:
                html.Append("<ol>\n");
                foreach (var item in items)
                {
                    html.Append("<li>");
                    Write(html, item);
                    html.Append("</li>\n");
                }

                html.Append("</ol>\n");
                break;
            default:
                // Lines of a text stay lines.
                html.Append(node is null ? "–" : Encode(node.ToString()).Replace("\n", "<br>", StringComparison.Ordinal));
                break;
        }
    }

    static string Encode(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
