using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Search;
using Portal.Search.Indexes;

namespace Portal.UnitTests.Search;

public class ItemTextsTests
{
    public sealed class SearchedSample : ContentPart
    {
        public TextField? Summary { get; set; }
        public TextField? Remark { get; set; }
        public MarkdownField? Report { get; set; }
        public MultiTextField? Points { get; set; }
        public MediaField? Attachments { get; set; }
        [Shared] public MediaField? SharedFiles { get; set; }
        [Shared] public TextField? Code { get; set; }
        [NotSearched] public TextField? Internal { get; set; }
    }

    public sealed class SampleSpeaker : ContentPart
    {
        public TextField? Name { get; set; }
        public TextField? Subject { get; set; }
    }

    [NotSearched]
    public sealed class SecretSample : ContentPart
    {
        public TextField? Word { get; set; }
    }

    static readonly ContentTypeDefinition Sample = new ContentTypeDefinition("Sample", "Page")
        .With<TitlePart>().With<AutoroutePart>().With<SearchedSample>().With<SecretSample>().WithBag("Agenda", "Agenda", new ContentTypeDefinition("Point", "Point")).With<MarkdownBodyPart>().AtRoot("Sample")
        .HidingFromPublic(document =>
        {
            if ((string?)document.Content["SearchedSample"]?["Code"]?["Text"] != "off-the-record") return;
            foreach (var item in document.Content["Agenda"]!["ContentItems"]!.AsArray()) item!["SampleSpeaker"]!.AsObject().Remove("Name");
        });

    static readonly string Item = """
        {
          "TitlePart": { "Title": "The title" },
          "AutoroutePart": { "Path": "en/address" },
          "SearchedSample": {
            "Summary": { "Text": "What it is about." }, "Remark": { "Text": "One line.\nAnother   line." }, "Code": { "Text": "CODE" }, "Internal": { "Text": "internal" },
            "Report": { "Markdown": "# Head\n\nA *strong* [link](https://example.org/hidden).\n\n| a | b |\n|---|---|\n| c | d |" },
            "Points": { "Values": ["First point", "", "Second point"] },
            "Attachments": { "Paths": ["file.pdf"], "MediaTexts": ["Minutes of the meeting"] }, "SharedFiles": { "Paths": ["x.pdf"], "MediaTexts": ["The shared file"] },
            "Unknown": { "Text": "of no class" }
          },
          "SecretSample": { "Word": { "Text": "secret" } },
          "Agenda": { "ContentItems": [ { "ContentItemId": "a1", "ContentType": "SampleSpeaker", "TitlePart": { "Title": "Opening" }, "SampleSpeaker": { "Name": { "Text": "Somebody Somebodic" }, "Subject": { "Text": "Trust" } } } ] },
          "MarkdownBodyPart": { "Markdown": "The body.[^1]\n\n> Quoted.\n\n- Listed\n\n[^1]: A note." },
          "OtherPart": { "Text": { "Text": "of no module" } }
        }
        """;

    [Fact]
    public void Everything_that_readers_see_is_read_and_nothing_else()
    {
        var text = Texts().Of("Sample", ContentDocument.Parse(Item));
        text.Title.ShouldBe("The title");
        text.Summary.ShouldBe(["What it is about."]);
        text.Body.ShouldBe(
        [
            "One line.", "Another line.", "Head", "A strong link.", "a", "b", "c", "d", "First point", "Second point", "Minutes of the meeting", "The shared file",
            "Opening", "Somebody Somebodic", "Trust", "The body.", "Quoted.", "Listed", "A note.",
        ]);
    }

    [Fact]
    public void What_a_type_hides_from_the_public_is_not_found()
    {
        var document = ContentDocument.Parse(Item);
        Texts().Of("Sample", document).Body.ShouldContain(t => t == "Somebody Somebodic");
        document.Content["SearchedSample"]!["Code"]!["Text"] = "off-the-record";
        var text = Texts().Of("Sample", document);
        text.Body.ShouldNotContain(t => t == "Somebody Somebodic");
        text.Body.ShouldContain(t => t == "Trust");
        document.ToString().ShouldContain("Somebody Somebodic");
    }

    [Fact]
    public void Fields_of_another_shape_than_their_class_are_passed_over()
    {
        var document = new ContentDocument(new JsonObject
        {
            ["SearchedSample"] = new JsonObject { ["Summary"] = "a text", ["Remark"] = new JsonObject { ["Text"] = 7 }, ["Points"] = new JsonObject { ["Values"] = "one" }, ["Report"] = new JsonArray() },
            ["Agenda"] = new JsonObject { ["ContentItems"] = new JsonArray("text", null, 3) },
            ["MarkdownBodyPart"] = "none",
        });
        var text = Texts().Of("Sample", document);
        text.Summary.Concat(text.Body).ShouldBeEmpty();
    }

    [Fact]
    public void Types_without_pages_are_not_searched()
    {
        Texts().IsSearched("Sample").ShouldBeTrue();
        Texts().IsSearched("Pageless").ShouldBeFalse();
        Texts().IsSearched("Nowhere").ShouldBeFalse();
    }

    static ItemTexts Texts() =>
        new(new ContentTypes([Sample, new ContentTypeDefinition("Pageless", "Page").With<TitlePart>()]), new SearchedFields([typeof(ItemTextsTests).Assembly]));
}
