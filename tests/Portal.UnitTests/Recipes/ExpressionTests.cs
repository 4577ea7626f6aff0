using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Portal.Recipes.Expressions;
using Portal.Recipes.Models;
using Portal.Recipes.Reading;

namespace Portal.UnitTests.Recipes;

public sealed class ExpressionTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("expressions-").FullName;

    [Theory]
    [InlineData("[js: variables('town')]", "Ferizaj")]
    [InlineData("[js: variables('town') + '/' + variables(\"street\")]", "Ferizaj/Main \"street\"")]
    [InlineData("[js: variables('nested')]", "Ferizaj, again")]
    [InlineData("[js: parameters('AdminUsername')]", "admin")]
    [InlineData("[js: configuration('Portal:Recipes:Town', 'none')]", "Shtime")]
    [InlineData("[js: configuration('ConnectionStrings:Portal', 'none')]", "none")]
    [InlineData("[js: configuration('ConnectionStrings:Portal')]", "")]
    [InlineData("[js: base64('xIxhxI1hayBrb25zdWx0dWpl')]", "Čačak konsultuje")]
    [InlineData("[js: html('a &lt; b &amp; c')]", "a < b & c")]
    [InlineData("[js: 'it\\'s' + ' ' + \"a \\u0161\"]", "it's a š")]
    [InlineData("[js: 'texts' ;]", "texts")]
    [InlineData("[js: 1 + 2 * 3 + ' items']", "7 items")]
    [InlineData("[js: new Date().toISOString()]", "2026-03-29T01:30:00.250Z")]
    [InlineData("[js: new Date(Date.now() - 7 * 86400000).toISOString()]", "2026-03-22T01:30:00.250Z")]
    [InlineData("[js: new Date(Date.now() + 21 * 86400000).toISOString().slice(0, 10) + 'T23:59:00']", "2026-04-19T23:59:00")]
    [InlineData("[js: 'abcdef'.slice(-3, -1) + 'xyz'.slice(1)]", "deyz")]
    [InlineData("[file: text('texts/note.txt')]", "a note")]
    [InlineData("[file: base64('texts/note.txt')]", "YSBub3Rl")]
    [InlineData("[JS: uuid()]", "[JS: uuid()]")]
    [InlineData("[Note: hello]", "[Note: hello]")]
    [InlineData("[locale en]hello[/locale]", "[locale en]hello[/locale]")]
    [InlineData("[badge]new[/badge]", "[badge]new[/badge]")]
    [InlineData("see [js: uuid()]", "see [js: uuid()]")]
    [InlineData("[js: uuid()]\n", "[js: uuid()]\n")]
    [InlineData("", "")]
    [InlineData("[", "[")]
    public void An_expression_is_worked_out_and_every_other_text_stays(string text, string expected)
    {
        var report = Resolve(text, out var resolved);
        resolved.ShouldBe(expected);
        report.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[js: process.exit()]")]
    [InlineData("[js: (function(){ while(true){} })()]")]
    [InlineData("[js: variables('missing')]")]
    [InlineData("[js: variables('circle')]")]
    [InlineData("[js: parameters('AdminPassword')]")]
    [InlineData("[js: const m = 1; return m]")]
    [InlineData("[js: getUrlPrefix('x')]")]
    [InlineData("[js: `template`]")]
    [InlineData("[js: 'no end]")]
    [InlineData("[js: new Date(Date.now() + 9999999999 * 86400000).toISOString()]")]
    [InlineData("[js: 9999999999 * 9999999999]")]
    [InlineData("[js: base64('***')]")]
    [InlineData("[js: gzip('AAAA')]")]
    [InlineData("[js: new Date()]")]
    [InlineData("[js: ((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))]")]
    [InlineData("[js: ]")]
    [InlineData("[file: text('../outside.txt')]")]
    [InlineData("[file: text('/etc/hostname')]")]
    [InlineData("[file: text('texts/../../outside.txt')]")]
    [InlineData("[file: text('missing.txt')]")]
    [InlineData("[file: text('link.txt')]")]
    public void What_is_outside_the_small_language_stays_as_text_and_is_reported_with_its_path(string text)
    {
        var report = Resolve(text, out var resolved);
        resolved.ShouldBe(text);
        report.Notes.ShouldHaveSingleItem().Path.ShouldBe("$.steps[0].value[0].text");
    }

    [Fact]
    public void A_variable_keeps_its_first_value_and_every_id_is_new()
    {
        Resolve("[js: variables('id') + ' ' + variables('id') + ' ' + uuid()]", out var resolved);
        var ids = resolved.Split(' ');
        ids[0].Length.ShouldBe(26);
        ids[1].ShouldBe(ids[0]);
        string.Equals(ids[2], ids[0], StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void A_compressed_text_that_unfolds_beyond_the_limit_is_refused()
    {
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(new byte[17 * 1024 * 1024]);
        Resolve($"[js: gzip('{Convert.ToBase64String(packed.ToArray())}')]", out _).Notes.ShouldHaveSingleItem();
    }

    RecipeStepReport Resolve(string text, out string resolved)
    {
        Directory.CreateDirectory(Path.Combine(folder, "recipe", "texts"));
        File.WriteAllText(Path.Combine(folder, "recipe", "texts", "note.txt"), "a note");
        File.WriteAllText(Path.Combine(folder, "outside.txt"), "outside");
        var link = Path.Combine(folder, "recipe", "link.txt");
        if (!File.Exists(link)) File.CreateSymbolicLink(link, Path.Combine(folder, "outside.txt"));

        var json = (JsonObject)JsonNode.Parse("""
            {
              "variables": { "town": "Ferizaj", "street": "Main \"street\"", "nested": "[js: variables('town') + ', again']", "id": "[js: uuid()]", "circle": "[js: variables('circle')]" },
              "steps": [ { "name": "test", "value": [ { "text": "" } ] } ]
            }
            """)!;
        var step = json["steps"]![0]!.AsObject();
        step["value"]![0]!["text"] = text;

        var report = new RecipeStepReport("test.recipe.json", 0, "test");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Portal:Recipes:Town"] = "Shtime", ["ConnectionStrings:Portal"] = "secret" }).Build();
        var functions = new RecipeFunctions(configuration, new Dictionary<string, string>(StringComparer.Ordinal) { ["AdminUsername"] = "admin" });
        new RecipeExpressions(new(Path.Combine(folder, "recipe", "test.recipe.json"), json), functions, new StoppedClock()).Resolve(step, report);
        resolved = (string)step["value"]![0]!["text"]!;
        return report;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 29, 1, 30, 0, 250, TimeSpan.Zero);
    }
}
