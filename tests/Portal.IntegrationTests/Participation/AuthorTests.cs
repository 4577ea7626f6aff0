using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Participation;

/// <summary>What somebody can do with a receipt.</summary>
public sealed class AuthorTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;
    readonly Participant citizen = new(shared.Portal, "en");

    [Fact]
    public async Task Withdrawing_asks_first_and_then_leaves_nothing_of_what_was_said()
    {
        var code = await citizen.ReceiptAsync("Words that will be taken back.", Participant.Section, ("displayName", "Mother of three"), ("email", "taken-back@example.org"), ("gender", "woman"));
        await (await Moderator.Async(portal)).DecideAsync("Words that will be taken back.", "publish");

        using var unsure = await ActAsync("withdraw", ("receipt", code));
        unsure.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.PageAsync(await citizen.ConsultationPathAsync())).Body!.TextContent.ShouldContain("Words that will be taken back.");

        using var sure = await ActAsync("withdraw", ("receipt", code), ("sure", "yes"));
        sure.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TestPortal.ParseAsync(sure)).QuerySelector(".state")!.TextContent.ShouldBe("Withdrawn");
        (await portal.PageAsync(await citizen.ConsultationPathAsync())).Body!.TextContent.ShouldNotContain("taken back");

        var id = await IdAsync(code);
        (await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.SubmissionId == id).Select(v => v.Body).ToListAsync(Cancel))).ShouldAllBe(b => b.Length == 0);
        (await portal.ReadAsync(db => db.Submissions.Where(s => s.Id == id).Select(s => s.DisplayName).SingleAsync(Cancel))).ShouldBeNull();
        (await portal.ReadAsync(db => db.SubmissionContacts.AnyAsync(c => c.SubmissionId == id, Cancel))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.SubmissionDemographics.AnyAsync(d => d.SubmissionId == id, Cancel))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.SubmissionFingerprints.AnyAsync(f => f.SubmissionId == id, Cancel))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.SubmissionEvents.Where(e => e.SubmissionId == id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Cancel))).ShouldBe(["received", "decided", "withdrawn", "erased"]);
    }

    [Fact]
    public async Task A_text_can_be_changed_until_a_moderator_has_it_in_hand_and_each_change_is_a_version()
    {
        var code = await citizen.ReceiptAsync("First thought.");
        using var page = await ActAsync("edit", ("receipt", code));
        (await TestPortal.ParseAsync(page)).QuerySelector("#body")!.TextContent.Trim().ShouldBe("First thought.");

        using var saved = await ActAsync("save", ("receipt", code), ("version", "1"), ("body", "Second thought."));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stale = await ActAsync("save", ("receipt", code), ("version", "1"), ("body", "Typed in another window."));
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await TestPortal.ParseAsync(stale)).QuerySelector("#body")!.TextContent.Trim().ShouldBe("Typed in another window.");

        var id = await IdAsync(code);
        (await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.SubmissionId == id).OrderBy(v => v.Number).Select(v => v.Body).ToListAsync(Cancel))).ShouldBe(["First thought.", "Second thought."]);

        await portal.AsSystemAsync(async s =>
        {
            var db = (Cms.Data.PortalDb)s.GetService(typeof(Cms.Data.PortalDb))!;
            var work = (Cms.Data.UnitOfWork)s.GetService(typeof(Cms.Data.UnitOfWork))!;
            return await work.RunAsync<Cms.Done>(() =>
            {
                db.SubmissionClaims.Add(new() { SubmissionId = id, UserId = "somebody", UntilUtc = portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(10) });
                return Task.FromResult<Cms.Result<Cms.Done>>(default(Cms.Done));
            }, Cancel);
        });
        using var late = await ActAsync("save", ("receipt", code), ("version", "2"), ("body", "Third thought."));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await TestPortal.ParseAsync(late)).QuerySelector("#body")!.TextContent.Trim().ShouldBe("Third thought.");
    }

    [Fact]
    public async Task An_author_appeals_once_within_the_window_and_what_was_written_is_kept_when_it_is_too_late()
    {
        await using var own = await TestPortal.StartAsync();
        var author = new Participant(own, "bs");
        var (first, second) = (await author.ReceiptAsync("Prvi odbijeni komentar o rasvjeti."), await author.ReceiptAsync("Drugi, sasvim drugačiji prijedlog."));
        var moderator = await Moderator.Async(own);
        await moderator.DecideAsync("Prvi odbijeni komentar o rasvjeti.", "decline", "off-topic");
        await moderator.DecideAsync("Drugi, sasvim drugačiji prijedlog.", "decline", "off-topic");

        using var appeal = await author.Browser.PostFormAsync("/bs/receipt/appeal", new Form { ["receipt"] = first, ["words"] = "Govori o prijedlogu, tačka 3." });
        appeal.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await author.Browser.PostFormAsync("/bs/receipt/appeal", new Form { ["receipt"] = first, ["words"] = "Još jednom." });
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await own.ReadAsync(db => db.SubmissionAppeals.Select(a => a.Words).SingleAsync(Cancel))).ShouldBe("Govori o prijedlogu, tačka 3.");
        (await own.ReadAsync(db => db.Submissions.CountAsync(s => s.State == SubmissionState.Appealed && s.Round == 1, Cancel))).ShouldBe(1);

        own.Clock.Advance(TimeSpan.FromDays(14));
        using var late = await author.Browser.PostFormAsync("/bs/receipt/appeal", new Form { ["receipt"] = second, ["words"] = "Prekasno." });
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await TestPortal.ParseAsync(late)).QuerySelector("[role=alert]").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_API_has_the_same_verbs()
    {
        var code = await new ApiGuest(portal).ReceiptAsync("Sent by a program, to be changed.");
        using var edited = await portal.Client.PostObjectAsync($"/api/v1/receipts/{code}/edit", new { version = 1, body = "Changed by a program." });
        ((int)(await TestPortal.JsonAsync(edited))["version"]!).ShouldBe(2);
        using var stale = await portal.Client.PostObjectAsync($"/api/v1/receipts/{code}/edit", new { version = 1, body = "Changed again." });
        await Asking.ProblemAsync(stale, HttpStatusCode.Conflict);
        using var appeal = await portal.Client.PostObjectAsync($"/api/v1/receipts/{code}/appeal", new { words = "Too early." });
        await Asking.ProblemAsync(appeal, HttpStatusCode.Conflict);
        var data = await portal.Client.ObjectAsync($"/api/v1/receipts/{code}/data");
        data["texts"]!.AsArray().Select(t => (string)t!["body"]!).ShouldBe(["Sent by a program, to be changed.", "Changed by a program."]);
        using var withdrawn = await portal.Client.PostObjectAsync($"/api/v1/receipts/{code}/withdraw", new { });
        ((string)(await TestPortal.JsonAsync(withdrawn))["state"]!).ShouldBe("withdrawn");
        using var foreign = await portal.Client.PostObjectAsync($"/api/v1/receipts/{code}/withdraw", new { }, ("Sec-Fetch-Site", "cross-site"));
        await Asking.ProblemAsync(foreign, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Everything_that_is_kept_can_be_printed_and_is_kept_nowhere_on_the_way()
    {
        var code = await citizen.ReceiptAsync("To be <downloaded> & printed.", Participant.Section, ("displayName", "Neighbour"), ("ageBand", "30-44"));
        using var html = await ActAsync("data", ("receipt", code), ("format", "html"));
        html.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var page = await TestPortal.ParseAsync(html);
        page.Body!.TextContent.ShouldContain("To be <downloaded> & printed.");
        page.QuerySelector("script").ShouldBeNull();
        html.Headers.CacheControl!.NoStore.ShouldBeTrue();
        html.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<HttpResponseMessage> ActAsync(string verb, params (string Name, string Value)[] fields) =>
        citizen.Browser.PostFormAsync($"/en/receipt/{verb}", fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    Task<string> IdAsync(string code)
    {
        var hash = Portal.Moderation.Text.ReceiptCode.Hash(code);
        return portal.ReadAsync(db => db.Submissions.Where(s => s.ReceiptHash == hash).Select(s => s.Id).SingleAsync(Cancel));
    }
}
