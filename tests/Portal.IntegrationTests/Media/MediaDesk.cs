using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Processes;
using Portal.IntegrationTests.Hosting;
using Portal.Media.Models;

namespace Portal.IntegrationTests.Media;

/// <summary>An editor at the library, in a browser.</summary>
sealed class MediaDesk
{
    readonly TestPortal portal;

    MediaDesk(TestPortal portal, HttpClient browser) => (this.portal, Browser) = (portal, browser);

    public HttpClient Browser { get; }

    public static async Task<MediaDesk> OfAsync(TestPortal portal, string user) => new(portal, await portal.SignedInAsync(user));

    public static void NeedsPrograms(params string[] programs) => Assert.SkipUnless(programs.All(ChildProgram.Exists), $"{string.Join(", ", programs)}: not all are installed");

    /// <summary>Sends files as a script does.</summary>
    public async Task<HttpResponseMessage> SendAsync(string folder, params (string Name, byte[] Bytes)[] files) => await PostAsync("/admin/media/upload", "files", files, [("folder", folder)], ("Accept", "application/json"));

    public async Task<MediaItem> UploadAsync(string folder, string name, byte[] bytes)
    {
        using var answer = await SendAsync(folder, (name, bytes));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        var added = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!.AsArray().Single()!;
        return await ItemAsync((string)added["id"]!);
    }

    public Task<MediaItem> ItemAsync(string id) => portal.ReadAsync(db => db.MediaItems.AsNoTracking().SingleAsync(i => i.Id == id, Cancel));

    public async Task<HttpResponseMessage> PostAsync(string path, string field, (string Name, byte[] Bytes)[] files, (string Name, string Value)[] values, params (string Name, string Value)[] headers)
    {
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent((await portal.PageAsync("/admin/media?folder=", Browser)).TokenOf()), "__RequestVerificationToken");
        foreach (var (name, value) in values) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, field, name);
        }

        return await Browser.AskAsync(HttpMethod.Post, path, content, headers);
    }

    /// <summary>Fills in a form and sends it.</summary>
    public async Task<HttpResponseMessage> PressAsync(string path, Form fields)
    {
        fields["__RequestVerificationToken"] = (await portal.PageAsync("/admin/media?folder=", Browser)).TokenOf();
        return await Browser.PostFormAsync(path, fields);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
