using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Media;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Media.Files;
using Portal.Media.Serving;

namespace Portal.IntegrationTests.Media;

public sealed class ServingTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task Fifty_people_who_ask_at_once_get_one_picture_that_was_made_once()
    {
        MediaDesk.NeedsPrograms("vipsthumbnail", "vips");
        var file = await (await MediaDesk.OfAsync(portal, "nina")).UploadAsync("", "crowd.jpg", await Pictures.PhotographAsync());
        var facts = MediaCatalogue.FactsOf(file);
        var maker = portal.Services.GetRequiredService<RenditionMaker>();
        var before = maker.Made;
        var address = Renditions.Address(facts, new(640, null, "webp"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => portal.Client.AskAsync(address)));
        var sizes = new HashSet<int>();
        foreach (var answer in answers)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            sizes.Add((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length);
            answer.Dispose();
        }

        sizes.Count.ShouldBe(1);
        (maker.Made - before).ShouldBe(1);
        using var kept = await portal.Client.AskAsync(address);
        kept.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        kept.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
    }

    [Theory]
    [InlineData(0.0, "dark")]
    [InlineData(1.0, "light")]
    public async Task What_must_stay_stays_when_a_picture_is_cropped(double focus, string side)
    {
        MediaDesk.NeedsPrograms("vipsthumbnail", "vips");
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var file = await desk.UploadAsync("", $"{side}.jpg", await Pictures.PhotographAsync(1200, 400));
        using (var said = await desk.PressAsync($"/admin/media/{file.Id}", new() { ["stamp"] = file.Stamp.ToString(), ["title"] = side, ["focusX"] = (focus * 100).ToString(System.Globalization.CultureInfo.InvariantCulture), ["focusY"] = "50" })) said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var now = await desk.ItemAsync(file.Id);
        now.Version.ShouldNotBe(file.Version);
        using var answer = await portal.Client.AskAsync(Renditions.Address(MediaCatalogue.FactsOf(now), new(320, Renditions.Square, "jpg")));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var light = await MeanAsync(await answer.Content.ReadAsByteArrayAsync(Cancel));
        if (side == "dark") light.ShouldBeLessThan(60);
        else light.ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task Parts_of_a_file_can_be_asked_for_and_a_version_is_kept_for_ever()
    {
        var file = await (await MediaDesk.OfAsync(portal, "nina")).UploadAsync("", "long.txt", "0123456789"u8.ToArray());
        using var part = await portal.Client.AskAsync("/media/long.txt", ("Range", "bytes=2-4"));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsStringAsync(Cancel)).ShouldBe("234");
        using var versioned = await portal.Client.AskAsync($"/media/long.txt?v={file.Version}");
        versioned.Headers.CacheControl!.ToString().ShouldContain("immutable");
        using var plain = await portal.Client.AskAsync("/media/long.txt");
        plain.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("/renditions/00/321/demo/pattern-dog.svg.webp")]
    [InlineData("/renditions/00/320/no-such.jpg.webp")]
    [InlineData("/renditions/00/320/..%2f..%2fportal.db.webp")]
    [InlineData("/media/..%2fportal.db")]
    [InlineData("/media/../portal.key")]
    [InlineData("/media/%2e%2e/portal.key")]
    public async Task Nothing_else_is_made_or_served(string address) => (await portal.Client.AskAsync(address)).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);

    [Fact]
    public async Task The_words_of_an_attachment_find_the_text_that_carries_it_and_its_page_shows_how_long_it_is()
    {
        MediaDesk.NeedsPrograms("mat2", "pdfinfo", "pdftotext", "pdftoppm");
        var desk = await MediaDesk.OfAsync(portal, "nina");
        var file = await desk.UploadAsync("", "report.pdf", await Pictures.ReportAsync("Xhevahirologji"));
        const string item = "analysis-small-arms-en";
        await portal.EditAsync(item, c =>
        {
            c["PolicyAnalysis"]!["Attachments"] = new System.Text.Json.Nodes.JsonObject { ["Paths"] = new System.Text.Json.Nodes.JsonArray(file.Path), ["MediaTexts"] = new System.Text.Json.Nodes.JsonArray("The report") };
        });
        await portal.PublishAsync(item);
        await new Mailbox(portal).ReadAsync();

        var read = await desk.ItemAsync(file.Id);
        read.Pages.ShouldBe(2);
        var found = await portal.Client.ObjectAsync("/api/v1/search?q=xhevahirologji&culture=en");
        found["items"]!.AsArray().Select(i => (string?)i!["contentItemId"] ?? (string?)i["id"]).ShouldContain(id => id!.StartsWith("analysis-small-arms", StringComparison.Ordinal));
        var page = await portal.PageAsync("/en/" + (await portal.ItemAsync(item)).PublishedPath);
        var line = page.QuerySelector(".files li").ShouldNotBeNull();
        line.TextContent.ShouldContain("PDF, 2 pages, ");
        using var cover = await portal.Client.AskAsync(line.QuerySelector("img")!.GetAttribute("src")!);
        cover.StatusCode.ShouldBe(HttpStatusCode.OK);
        cover.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        using var download = await portal.Client.AskAsync("/media/report.pdf");
        download.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        System.Text.Encoding.Latin1.GetString(await download.Content.ReadAsByteArrayAsync(Cancel)).ShouldNotContain("third floor");
    }

    static async Task<double> MeanAsync(byte[] picture)
    {
        var folder = Directory.CreateTempSubdirectory("portal-mean-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "in.jpg"), picture, Cancel);
        var mean = await Cms.Processes.ChildProgram.RunAsync("vips", ["avg", "in.jpg"], folder, Cms.Processes.ProcessLimits.OneFile, null, Cancel);
        Directory.Delete(folder, recursive: true);
        return double.Parse(System.Text.Encoding.ASCII.GetString(mean.Output).Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
