using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Portal.Cms.Data;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Expressions;

/// <summary>The functions that expressions may call, with what they read from. None reaches the network, and files only beside the recipe.</summary>
/// <param name="parameters">What <c>parameters('x')</c> gives.</param>
public sealed class RecipeFunctions(IConfiguration configuration, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>Configuration keys below this one may be read by recipes; others may be secrets.</summary>
    const string OpenConfiguration = "Portal:Recipes:";

    /// <summary>Bytes that a compressed literal or a file may come to.</summary>
    const int LargestValue = 16 * 1024 * 1024;

    /// <returns>The function's value; null where there is no such function.</returns>
    /// <exception cref="ExpressionException">The function fails.</exception>
    public string? Call(string name, IReadOnlyList<string> arguments)
    {
        try
        {
            return (name, arguments) switch
            {
                ("uuid", []) => Ids.New(),
                ("parameters", [var key]) => parameters.GetValueOrDefault(key) ?? throw new ExpressionException("There is no parameter {0}; the expression was kept.", key),
                ("configuration", [var key]) => Configured(key) ?? "",
                ("configuration", [var key, var otherwise]) => Configured(key) ?? otherwise,
                ("base64", [var encoded]) => Encoding.UTF8.GetString(Convert.FromBase64String(encoded)),
                ("html", [var encoded]) => WebUtility.HtmlDecode(encoded),
                ("gzip", [var encoded]) => Convert.ToBase64String(Unzip(Convert.FromBase64String(encoded))),
                _ => null,
            };
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidDataException)
        {
            throw new ExpressionException("The text given to {0} is not encoded as it should be; the expression was kept.", name);
        }
    }

    /// <summary>The functions of <c>[file: …]</c>.</summary>
    /// <exception cref="ExpressionException">There is no such file, or not beside the recipe.</exception>
    public static string? Read(Recipe recipe, string name, IReadOnlyList<string> arguments)
    {
        if (name is not ("text" or "base64") || arguments.Count != 1) return null;
        var path = RecipeReader.Inside(recipe.Folder, arguments[0]) ?? throw new ExpressionException("The file {0} is outside the recipe's folder; the expression was kept.", arguments[0]);
        if (!File.Exists(path)) throw new ExpressionException("There is no file {0} beside the recipe; the expression was kept.", arguments[0]);
        if (new FileInfo(path).Length > LargestValue) throw new ExpressionException("The file {0} is larger than {1} MB; the expression was kept.", arguments[0], LargestValue / 1024 / 1024);
        return name == "text" ? File.ReadAllText(path) : Convert.ToBase64String(File.ReadAllBytes(path));
    }

    string? Configured(string key) => key.StartsWith(OpenConfiguration, StringComparison.OrdinalIgnoreCase) ? configuration[key] : null;

    static byte[] Unzip(byte[] bytes)
    {
        using var unzipped = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        // A few kilobytes can unfold to gigabytes: read no further than the limit.
        var buffer = new MemoryStream();
        var block = new byte[81920];
        for (int count; (count = unzipped.Read(block)) > 0;)
        {
            buffer.Write(block, 0, count);
            if (buffer.Length > LargestValue) throw new ExpressionException("A compressed text is larger than {0} MB; the expression was kept.", LargestValue / 1024 / 1024);
        }

        return buffer.ToArray();
    }
}
