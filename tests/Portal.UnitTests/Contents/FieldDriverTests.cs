using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Media;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.UnitTests.Contents;

/// <summary>Every kind of field goes to the form and back without losing anything, and says what is wrong with what was typed.</summary>
public sealed class FieldDriverTests : IDisposable
{
    sealed class Sample : ContentPart
    {
        [Editor("Line")] public TextField? Line { get; set; }
        [Editor("Lines", Lines = 4)] public TextField? Lines { get; set; }
        [Editor("Choice", Choices = typeof(Colours))] public TextField? Choice { get; set; }
        [Editor("Markdown", Lines = 4)] public MarkdownField? Markdown { get; set; }
        [Editor("Flag")] public BooleanField? Flag { get; set; }
        [Editor("Number")] public NumericField? Number { get; set; }
        [Editor("Day")] public DateField? Day { get; set; }
        public TextField? TimeZone { get; set; }
        [Editor("Time")] public DateTimeField? Time { get; set; }
        [Editor("Link")] public LinkField? Link { get; set; }
        [Editor("Many", Lines = 3)] public MultiTextField? Many { get; set; }
        [Editor("Files")] public MediaField? Files { get; set; }
        [Editor("One"), Picks("Theme")] public LocalizationSetContentPickerField? One { get; set; }
        [Editor("Several"), Picks("Theme", Many = true)] public LocalizationSetContentPickerField? Several { get; set; }
        [Editor("Place")] public GeoPointField? Place { get; set; }
        public TextField? NotOnTheForm { get; set; }
    }

    static class Colours
    {
        public static IReadOnlyList<string> All { get; } = ["red", "green"];

        public static string NameOf(string? key) => key == "red" ? "Red" : "Green";
    }

    const string Full = """
        {
          "TitlePart": { "Title": "Title", "Unknown": 1 },
          "AutoroutePart": { "Path": "sq/analiza/nje" },
          "MarkdownBodyPart": { "Markdown": "## A\n\n| a | b |\n" },
          "Sample": {
            "Line": { "Text": "one", "Extra": [1, 2] }, "Lines": { "Text": "a\nb\n" }, "Choice": { "Text": "green" }, "Markdown": { "Markdown": "\n*x*\r\n" }, "Flag": { "Value": true },
            "Number": { "Value": 12.50 }, "Day": { "Value": "2025-11-18" }, "TimeZone": { "Text": "Europe/Athens" }, "Time": { "Value": "2026-06-01T10:00:00Z" },
            "Link": { "Url": "https://example.org/", "Text": "Example", "Target": "_blank" }, "Many": { "Values": ["one", "two"] },
            "Files": { "Paths": ["a/b.svg", "gone.pdf"], "MediaTexts": ["A", ""], "Kept": true }, "One": { "LocalizationSets": ["t1"] }, "Several": { "LocalizationSets": ["t2", "t1"] },
            "Place": { "Latitude": 42.5, "Longitude": 21 }, "NotOnTheForm": { "Text": "kept" }, "Foreign": { "Any": "thing" }
          },
          "ForeignPart": { "Deep": { "er": [true, null] } }
        }
        """;

    readonly string folder = Directory.CreateTempSubdirectory("media-test-").FullName;
    readonly DocumentForm form;

    public FieldDriverTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "media"));
        File.WriteAllText(Path.Combine(folder, "media", "there.svg"), "<svg/>");
        File.WriteAllText(Path.Combine(folder, "outside.txt"), "secret");
        FieldDriver[] drivers =
        [
            new AddressDriver(), new PlainTextDriver(), new TextDriver(), new MarkdownDriver(), new BooleanDriver(), new NumericDriver(), new DateDriver(), new DateTimeDriver(), new LinkDriver(),
            new MultiTextDriver(), new MediaDriver(new DataFolder(folder), new MediaFiles(new NoMediaCatalogue())), new PickerDriver(), new GeoPointDriver(),
        ];
        var parts = new FormDescriptors(drivers).Of(new ContentTypeDefinition("Sample", "Sample").With<TitlePart>().With<AutoroutePart>().With<Sample>().With<MarkdownBodyPart>());
        form = new(parts, "sq", new(new Dictionary<string, IReadOnlyList<PickerOption>>(StringComparer.Ordinal) { ["Theme"] = [new("t1", "One", null), new("t2", "Two", null), new("t3", "Three", null)] }));
    }

    [Fact]
    public void What_nobody_touched_comes_back_to_the_letter()
    {
        var before = ContentDocument.Parse(Full);
        var after = Read(before, Posted(before), out var errors);

        errors.ShouldBeEmpty();
        after.ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public void An_empty_item_stays_empty()
    {
        var before = ContentDocument.Parse("""{"TitlePart":{"Title":"T"}}""");
        Read(before, Posted(before), out _).ToString().ShouldBe(before.ToString());
    }

    [Theory]
    [InlineData("TitlePart.Title", " New ", "TitlePart", """{"Title":"New","Unknown":1}""")]
    [InlineData("AutoroutePart.Path", "/analiza/dy/", "AutoroutePart", """{"Path":"sq/analiza/dy"}""")]
    [InlineData("AutoroutePart.Path", "", "AutoroutePart", "{}")]
    public void What_was_typed_into_a_part_is_taken(string name, string typed, string part, string expected) => Change(name, typed, out _)[part]!.ToJsonString().ShouldBe(expected);

    [Theory]
    [InlineData("Line", "two", """{"Text":"two","Extra":[1,2]}""")]
    [InlineData("Line", "", """{"Text":"","Extra":[1,2]}""")]
    [InlineData("Choice", "red", """{"Text":"red"}""")]
    [InlineData("Markdown", "a\r\nb", """{"Markdown":"a\nb"}""")]
    [InlineData("Flag", "", """{"Value":false}""")]
    [InlineData("Number", "1,5", """{"Value":1.5}""")]
    [InlineData("Number", "", "{}")]
    [InlineData("Day", "2026-02-28", """{"Value":"2026-02-28T00:00:00"}""")]
    [InlineData("Time", "2026-06-01T14:00", """{"Value":"2026-06-01T14:00:00"}""")]
    [InlineData("Many", "two\r\n\r\nthree", """{"Values":["two","three"]}""")]
    [InlineData("One", "t3", """{"LocalizationSets":["t3"]}""")]
    public void What_was_typed_into_a_field_is_taken(string field, string typed, string expected)
    {
        var after = Change($"Sample.{field}", typed, out var errors);
        errors.ShouldBeEmpty();
        after["Sample"]![field]!.ToJsonString().ShouldBe(expected);
    }

    [Fact]
    public void A_link_keeps_what_the_form_does_not_show() => Change("Sample.Link.Url", "http://example.org/b", out _)["Sample"]!["Link"]!.ToJsonString().ShouldBe("""{"Url":"http://example.org/b","Text":"Example","Target":"_blank"}""");

    [Fact]
    public void What_was_chosen_before_keeps_its_place()
    {
        var typed = Posted(ContentDocument.Parse(Full));
        typed.Set("Sample.Several", ["t1", "t2", "t3"]);
        Read(ContentDocument.Parse(Full), typed, out _).Content["Sample"]!["Several"]!.ToJsonString().ShouldBe("""{"LocalizationSets":["t2","t1","t3"]}""");
    }

    [Fact]
    public void A_file_is_added_in_an_empty_row_and_taken_away_by_clearing_it()
    {
        var typed = Posted(ContentDocument.Parse(Full));
        typed.Set("Sample.Files.Paths", ["", "gone.pdf", "there.svg", ""]);
        typed.Set("Sample.Files.MediaTexts", ["", "Gone", "There", ""]);
        var after = Read(ContentDocument.Parse(Full), typed, out var errors);

        errors.ShouldBeEmpty();
        after.Content["Sample"]!["Files"]!.ToJsonString().ShouldBe("""{"Paths":["gone.pdf","there.svg"],"MediaTexts":["Gone","There"],"Kept":true}""");
    }

    [Fact]
    public void An_instant_is_shown_on_the_clock_of_its_zone_and_meant_on_it_when_changed()
    {
        Posted(ContentDocument.Parse(Full))["Sample.Time"].ShouldBe("2026-06-01T13:00");
    }

    [Theory]
    [InlineData("TitlePart.Title", " ")]
    [InlineData("Sample.Choice", "blue")]
    [InlineData("Sample.Number", "many")]
    [InlineData("Sample.Number", "1.000,5")]
    [InlineData("Sample.Day", "31.12.2026")]
    [InlineData("Sample.Time", "tomorrow")]
    [InlineData("Sample.Link.Url", "javascript:alert(1)")]
    [InlineData("Sample.Link.Url", "example.org")]
    [InlineData("Sample.One", "not-a-theme")]
    [InlineData("Sample.Place.Latitude", "91")]
    [InlineData("Sample.Place.Longitude", "east")]
    public void Bad_input_is_an_error_of_its_input(string name, string typed)
    {
        Change(name, typed, out var errors);
        errors.Select(e => e.Field).ShouldBe([name]);
    }

    [Theory]
    [InlineData("nowhere.pdf")]
    [InlineData("../outside.txt")]
    [InlineData("/etc/hostname")]
    public void A_file_that_is_not_in_the_media_folder_is_an_error(string path)
    {
        var typed = Posted(ContentDocument.Parse(Full));
        typed.Set("Sample.Files.Paths", ["a/b.svg", "gone.pdf", path]);
        Read(ContentDocument.Parse(Full), typed, out var errors);
        errors.Select(e => e.Field).ShouldBe(["Sample.Files"]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    JsonObject Change(string name, string typed, out List<FieldError> errors)
    {
        var before = ContentDocument.Parse(Full);
        var posted = Posted(before);
        posted[name] = typed;
        return Read(before, posted, out errors).Content;
    }

    ContentDocument Read(ContentDocument before, TypedValues typed, out List<FieldError> errors) => form.Read(typed, before, errors = []);

    TypedValues Posted(ContentDocument document) => form.Show(document);
}
