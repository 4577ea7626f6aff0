using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Feeds;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>Following a consultation: by mail, once the address is confirmed, or by a feed that needs no address.</summary>
[Route("{culture:culture}/follow")]
public sealed class FollowController(AskToFollow ask, FollowConsultation follow, ConsultationFeed feed, ConfirmationLinks links, SiteAddress site, SiteSettings settings, PageFrame frame, PageCaching caching, Dates dates, TimeProvider clock, IStringLocalizer T) : Controller
{
    [HttpPost(""), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Ask([FromForm] string? consultation, [FromForm] string? email, [FromForm] string? website, CancellationToken cancel)
    {
        var culture = Culture.Current;
        if (await feed.RunAsync(consultation ?? "", culture, cancel) is not { } news) return NotFound();
        // Whoever fills in the field that people do not see is told the same and gets nothing.
        var outcome = string.IsNullOrEmpty(website) ? await ask.RunAsync(consultation!, email, culture, cancel) : default(Done);
        Prepare(T["Follow this consultation"], news.Document);
        if (outcome.Problem is { } problem)
        {
            problem.AddTo(ModelState, T);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return View("Ask", new FollowForm(consultation!, news.Document.Title, news.Document.Href, email));
        }

        return View("~/Views/Confirm/Done.cshtml", new ConfirmDone(T["Look into your mailbox"], T["We have sent you a link. Once you have opened it and chosen ‘Confirm’, you will be told what becomes of this consultation."], news.Document.Href, T["Back to the consultation"]));
    }

    [HttpGet("stop/{token}"), HttpHead("stop/{token}"), ResponseCache(NoStore = true)]
    public IActionResult Stop(string token)
    {
        Prepare(T["No more mails"], null);
        return links.Read(token) is { Purpose: LinkPurpose.Stop } ? View("~/Views/Confirm/Ask.cshtml", new ConfirmQuestion(T["No more mails"], T["You will be told no more about this consultation."], null, T["Stop the mails"], Request.Path.Value!)) : NotFound();
    }

    /// <summary>Also called by mail programs, with one POST and without a page before it (RFC 8058).</summary>
    [HttpPost("stop/{token}"), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Stopped(string token, CancellationToken cancel)
    {
        if (links.Read(token) is not { Purpose: LinkPurpose.Stop } link) return NotFound();
        await follow.StopAsync(link.Id, cancel);
        Prepare(T["No more mails"], null);
        return View("~/Views/Confirm/Done.cshtml", new ConfirmDone(T["No more mails"], T["You will be told no more about this consultation. Your address has been deleted."], $"/{Culture.Current.Code}", T["Home"]));
    }

    [HttpGet("{id}/feed.atom"), HttpHead("{id}/feed.atom"), PublicPage]
    public async Task<IActionResult> Feed(string id, CancellationToken cancel)
    {
        var culture = Culture.Current;
        if (await feed.RunAsync(id, culture, cancel) is not { } news) return NotFound();
        caching.Tag(Tags.Set(news.Set));
        caching.ChangesAt(ConsultationEvents.Of(news.Milestones, []).Select(e => e.AtUtc).Where(at => at > clock.UtcNow).Cast<DateTime?>().Min());

        var (title, page, self) = (news.Document.Title, news.Document.Href, Request.Path.Value!);
        return new AtomResult(new(culture, await site.OnPageAsync(), await settings.SiteNameAsync(culture), title, page, self,
            [.. news.Events.Select(e => new AtomEntry($"{self}#{e.Key}", $"{T[e.Subject].Value}: {title}", page, T[e.Text, dates.Instant(e.MomentUtc, news.Zone, culture)], null, e.AtUtc, e.AtUtc))]));
    }

    void Prepare(string title, ConsultedDocument? document)
    {
        frame.Title = title;
        frame.NoIndex = true;
        if (document is not null) frame.Breadcrumbs.Add(new(document.Title, document.Href));
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
