using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Media;

namespace Portal.UnitTests.Media;

public sealed class RenditionTests
{
    static readonly MediaFacts Photo = new("debates/photo.jpg", "image/jpeg", 1_234_567, "00aa11bb22cc33dd44ee")
    {
        Width = 1500, Height = 1000, HasRenditions = true, Credit = "Foto: Ана · CC BY 4.0",
        Alt = new Dictionary<string, string>(StringComparer.Ordinal) { ["sr"] = "Пешачки прелаз", ["en"] = "A crossing" },
    };

    [Theory]
    [InlineData("/renditions/00aa/320/a/b.jpg.webp", true)]
    [InlineData("/renditions/00aa/960-16x9/a.png.jpg", true)]
    [InlineData("/renditions/00aa/cover/a.pdf.jpg", true)]
    [InlineData("/renditions/00aa/321/a.jpg.webp", false)]
    [InlineData("/renditions/00aa/99999/a.jpg.webp", false)]
    [InlineData("/renditions/00aa/960-7x5/a.jpg.webp", false)]
    [InlineData("/renditions/00aa/320/a.jpg.avif", false)]
    [InlineData("/renditions/../320/a.jpg.webp", false)]
    [InlineData("/renditions/00aa/320/.webp", false)]
    [InlineData("/renditions/00aa/320", false)]
    public void Only_what_is_in_the_set_can_be_asked_for(string address, bool isKnown) => Renditions.TryParse(address, out _, out _, out _).ShouldBe(isKnown);

    [Fact]
    public void A_picture_is_offered_up_to_its_own_width_and_never_larger()
    {
        Renditions.Of(Photo, null, "webp").Select(r => Renditions.SizeOf(Photo, r)).ShouldBe([(320, 213), (640, 427), (960, 640), (1280, 853), (1500, 1000)]);
        Renditions.Of(Photo, Renditions.Square, "webp").Select(r => Renditions.SizeOf(Photo, r)).ShouldBe([(320, 320), (640, 640), (960, 960), (1000, 1000)]);
    }

    [Fact]
    public void Every_address_that_is_offered_can_be_asked_for()
    {
        foreach (var rendition in new[] { Renditions.Wide, Renditions.Square }.SelectMany(r => Renditions.Of(Photo, r, "jpg")).Concat(Renditions.Of(Photo, null, "webp")))
        {
            Renditions.TryParse(Renditions.Address(Photo, rendition), out var version, out var parsed, out var path).ShouldBeTrue();
            (version, parsed, path).ShouldBe((Photo.Version, rendition, Photo.Path));
        }
    }

    [Fact]
    public void A_picture_in_a_text_brings_widths_its_size_what_it_shows_in_the_pages_letters_and_who_made_it()
    {
        using var renderer = new MarkdownRenderer(new Catalogue());
        var html = renderer.Render("![](/media/debates/photo.jpg)", Culture.SrLatn).Html.ToString()!;
        html.ShouldContain("alt=\"Pešački prelaz\"");
        html.ShouldContain("width=\"1500\" height=\"1000\"");
        html.ShouldContain("320w");
        html.ShouldContain("loading=\"lazy\"");
        html.ShouldContain("<figcaption><small class=\"credit\">Foto: Ana");
        renderer.Render("![Their own words](/media/debates/photo.jpg)", Culture.En).Html.ToString()!.ShouldContain("alt=\"Their own words\"");
        renderer.Render("![x](/media/unknown.jpg)", Culture.En).Html.ToString()!.ShouldBe("<p><img src=\"/media/unknown.jpg\" alt=\"x\" loading=\"lazy\"></p>\n");
    }

    [Fact]
    public void What_a_picture_shows_cannot_leave_its_attribute()
    {
        var hostile = Photo with { Alt = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "\"><script>alert(1)</script>" }, Credit = "<b>x</b>" };
        using var renderer = new MarkdownRenderer(new Catalogue(hostile));
        var html = renderer.Render("![](/media/debates/photo.jpg)", Culture.En).Html.ToString()!;
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<b>");
    }

    [Fact]
    public void Files_are_found_in_fields_and_in_texts()
    {
        var content = JsonNode.Parse("""{ "Part": { "Photos": { "Paths": ["a/b.jpg", ""], "MediaTexts": ["x"] } }, "Body": { "Markdown": "![x](/media/c%20d.png) and [file](/media/e.pdf?v=1), not https://example.org/media/f.jpg" }, "Bag": { "ContentItems": [ { "P": { "F": { "Paths": ["g.svg"] } } } ] } }""")!;
        MediaPaths.In(content).Order(StringComparer.Ordinal).ShouldBe(["a/b.jpg", "c d.png", "e.pdf", "g.svg"]);
    }

    [Theory]
    [InlineData(1_234_567, "en", "1.2 MB")]
    [InlineData(1_234_567, "sr", "1,2 MB")]
    [InlineData(900, "en", "1 kB")]
    [InlineData(640_400, "bs", "640 kB")]
    public void Sizes_are_read_as_people_read_them(long bytes, string culture, string text)
    {
        Culture.TryFrom(culture, out var found);
        FileSize.Of(bytes, found!).ShouldBe(text);
    }

    [Fact]
    public void A_field_takes_the_librarys_words_where_the_text_has_none()
    {
        var files = new MediaFiles(new Catalogue());
        var field = new MediaField { Paths = ["debates/photo.jpg", "debates/photo.jpg", "other.pdf"], MediaTexts = ["", "Own words"] };
        files.Of(field, Culture.En).Select(f => f.Alt).ShouldBe(["A crossing", "Own words", "other.pdf"]);
        new MediaFiles(new Catalogue(Photo with { IsDecorative = true })).Of(field, Culture.Bs)[0].Alt.ShouldBe("");
    }

    sealed class Catalogue(MediaFacts? facts = null) : IMediaCatalogue
    {
        public long Stamp => 1;

        public MediaFacts? Find(string path) => path == Photo.Path ? facts ?? Photo : null;
    }
}
