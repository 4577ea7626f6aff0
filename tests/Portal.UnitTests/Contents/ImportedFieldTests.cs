using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Contents.Display;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.UnitTests.Contents;

/// <summary>Kinds of field that come with Orchard Core content and with administrators' own fields: through the form and back, and as readers see them.</summary>
public sealed class ImportedFieldTests : IDisposable
{
    static readonly FieldDriver[] Drivers =
    [
        new TextDriver(), new MarkdownDriver(), new BooleanDriver(), new NumericDriver(), new DateDriver(), new DateTimeDriver(), new TimeDriver(), new LinkDriver(), new MultiTextDriver(), new GeoPointDriver(), new HtmlDriver(), new YoutubeDriver(),
        new UserPickerDriver(), new ContentPickerDriver(), new TaxonomyDriver(), new PickerDriver(),
    ];

    readonly MarkdownRenderer markdown = new();

    [Theory]
    [InlineData("HtmlField", """{"Html":"<p>a</p>","Odd":1}""")]
    [InlineData("TimeField", """{"Value":"18:30:00"}""")]
    [InlineData("TimeField", """{"Value":"18:30:15"}""")]
    [InlineData("YoutubeField", """{"EmbeddedAddress":"https://video.example/embed/1","RawAddress":"https://video.example/watch?v=1"}""")]
    [InlineData("UserPickerField", """{"UserIds":["4a"],"UserNames":["arta"]}""")]
    [InlineData("ContentPickerField", """{"ContentItemIds":["4b","4a"]}""")]
    [InlineData("TaxonomyField", """{"TaxonomyContentItemId":"4t","TermContentItemIds":["4u"],"TagNames":["Roads"]}""")]
    [InlineData("ColourField", """{"Any":{"thing":[true,null]}}""")]
    [InlineData("LinkField", """{"Url":"/media/a.pdf","Text":"A","Target":"_blank"}""")]
    public void What_nobody_touched_comes_back_to_the_letter(string kind, string json)
    {
        var form = FormOf(kind);
        var before = ContentDocument.Parse($$$"""{"Sample":{"It":{{{json}}}}}""");
        var errors = new List<FieldError>();
        form.Read(form.Show(before), before, errors).ToString().ShouldBe(before.ToString());
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TimeField", "9:05", """{"Value":"09:05:00"}""")]
    [InlineData("HtmlField", "<p>b</p>", """{"Html":"<p>b</p>"}""")]
    [InlineData("YoutubeField", " https://video.example/2 ", """{"RawAddress":"https://video.example/2"}""")]
    public void What_was_typed_is_taken(string kind, string typed, string expected) => Typed(kind, typed, out _)!.ToJsonString(ContentDocument.Json).ShouldBe(expected);

    [Theory]
    [InlineData("TimeField", "25:00")]
    [InlineData("TimeField", "noon")]
    [InlineData("YoutubeField", "javascript:alert(1)")]
    [InlineData("ContentPickerField", "4x")]
    public void What_cannot_be_is_said_beside_the_field(string kind, string typed)
    {
        Typed(kind, typed, out var errors);
        errors.ShouldHaveSingleItem().Field.ShouldBe("Sample.It");
    }

    [Theory]
    [InlineData("5", true)]
    [InlineData("0", false)]
    [InlineData("11", false)]
    public void A_number_keeps_within_its_bounds(string typed, bool isRight)
    {
        Typed("NumericField", typed, out var errors, """{"NumericFieldSettings":{"Minimum":1,"Maximum":10}}""");
        (errors.Count == 0).ShouldBe(isRight);
    }

    [Theory]
    [InlineData("HtmlField", """{"Html":"<p>a<script>x</script></p>"}""", "<p>a</p>")]
    [InlineData("MarkdownField", """{"Markdown":"*a*"}""", "<p><em>a</em></p>")]
    [InlineData("TextField", """{"Text":"Шума\nа"}""", "Šuma|a")]
    [InlineData("BooleanField", """{"Value":true}""", "Yes")]
    [InlineData("TimeField", """{"Value":"18:30:00"}""", "18:30")]
    [InlineData("MultiTextField", """{"Values":["a",""]}""", "a")]
    [InlineData("UserPickerField", """{"UserIds":["4a"],"UserNames":["arta"]}""", "arta")]
    [InlineData("YoutubeField", """{"RawAddress":"https://video.example/1"}""", "https://video.example/1=https://video.example/1")]
    [InlineData("YoutubeField", """{"RawAddress":"javascript:alert(1)"}""", null)]
    [InlineData("LinkField", """{"Url":"https://example.org/","Text":"Шума"}""", "https://example.org/=Šuma")]
    [InlineData("LinkField", """{"Url":"javascript:alert(1)","Text":"x"}""", null)]
    [InlineData("TaxonomyField", """{"TermContentItemIds":["4u"],"TagNames":["Roads"]}""", "Roads")]
    [InlineData("ColourField", """{"Any":1}""", null)]
    [InlineData("TextField", """{"Text":" "}""", null)]
    public void Readers_see_it(string kind, string json, string? expected)
    {
        var field = FormOf(kind).Parts[0].Fields[0];
        var shown = field.Driver.Display(field, JsonNode.Parse(json)!, new(Culture.SrLatn, markdown, new PoStringLocalizer(new PoCatalogues([]))));
        (shown is null ? null : shown.Html?.ToString()?.Trim() ?? string.Join('|', shown.Lines.Concat(shown.Links.Select(l => $"{l.Href}={l.Text}")))).ShouldBe(expected);
    }

    public void Dispose() => markdown.Dispose();

    static JsonNode? Typed(string kind, string text, out List<FieldError> errors, string settings = "{}")
    {
        var form = FormOf(kind, settings);
        var before = new ContentDocument();
        var typed = form.Show(before);
        typed["Sample.It"] = text;
        errors = [];
        return form.Read(typed, before, errors).Content["Sample"]?["It"];
    }

    static DocumentForm FormOf(string kind, string settings = "{}")
    {
        var field = new FieldDefinition((JsonObject)JsonNode.Parse($$"""{"FieldName":"{{kind}}","Name":"It","Settings":{{settings}}}""")!);
        var type = new ContentTypeDefinition("Sample", "Sample").With(new PartDefinition("Sample", typeof(StoredPart)) { PartName = "Sample", Fields = [field] });
        return new(new FormDescriptors(Drivers).Of(type), "sr", PickerOptions.None);
    }
}
