using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Search;

/// <summary>Short ways to publish something and to look for it.</summary>
static class Searching
{
    extension(TestPortal portal)
    {
        /// <summary>Publishes a page with a title and a text.</summary>
        public Task<string> PublishPageAsync(string culture, string title, string markdown, string? set = null) =>
            portal.PublishAsync("Page", culture, new ContentDocument().Apply(new TitlePart { Title = title }).Apply(new MarkdownBodyPart { Markdown = markdown }), set);

        public async Task<string> PublishAsync(string type, string culture, ContentDocument document, string? set = null)
        {
            var id = await portal.DraftAsync(type, culture, document, set);
            await Content.Editing.PublishAsync(portal, id);
            return id;
        }

        public async Task<string> DraftAsync(string type, string culture, ContentDocument document, string? set = null)
        {
            var created = await portal.AsSystemAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new(type, culture, document, set), TestContext.Current.CancellationToken));
            created.Problem.ShouldBeNull();
            return created.Value.ContentItemId;
        }

        /// <summary>Asks the API; the titles found, in order.</summary>
        public async Task<IReadOnlyList<string>> FindAsync(string words, string culture = "en", string more = "") =>
            [.. (await portal.SearchAsync(words, culture, more))["items"]!.AsArray().Select(i => (string)i!["displayText"]!)];

        public Task<JsonObject> SearchAsync(string words, string culture = "en", string more = "") =>
            portal.Client.ObjectAsync($"/api/v1/search?q={Uri.EscapeDataString(words)}&culture={culture}{more}");

        public Task<IHtmlDocument> SearchPageAsync(string address, string words) => portal.PageAsync($"{address}?q={Uri.EscapeDataString(words)}");
    }
}
