using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Consultations.Indexes;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Participation;

public sealed class ConfirmationTests
{
    const string Set = "confirmed-talk";

    static async Task<TestPortal> StartAsync(string moderation = "pre", bool talks = false)
    {
        var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, Set, "2026-06-10T08:00:00", "2026-06-20T20:00:00", part =>
        {
            part["ParticipationLevel"] = new JsonObject { ["Text"] = talks ? "guest" : "confirmed-email" };
            part["Moderation"] = new JsonObject { ["Text"] = moderation };
            part["AllowReplies"] = new JsonObject { ["Value"] = talks };
            part["AllowAgreeing"] = new JsonObject { ["Value"] = talks };
        });
        return portal;
    }

    static async Task<HttpResponseMessage> SendAsync(Participant citizen, string body, params (string Name, string Value)[] changes) =>
        await citizen.SendAsync(await citizen.CheckAsync(body, null, Set), [("email", "neighbour@example.org"), .. changes]);

    [Theory]
    [InlineData("pre", SubmissionState.Queued)]
    [InlineData("post", SubmissionState.PublishedUnreviewed)]
    public async Task A_comment_counts_once_its_author_has_followed_the_link_also_after_the_closing(string moderation, SubmissionState then)
    {
        await using var portal = await StartAsync(moderation);
        var citizen = new Participant(portal, "sr");
        using var sent = await SendAsync(citizen, "Коментар који чека потврду.");
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var receipt = await TestPortal.ParseAsync(sent);
        receipt.QuerySelector(".state")!.TextContent.ShouldBe("Чека вашу потврду");
        (await StateAsync(portal)).ShouldBe(SubmissionState.Received);

        var mailbox = new Mailbox(portal);
        (await mailbox.ReadAsync())[^1].ShouldContain("Ваш коментар је стигао.");
        var link = await mailbox.LinkAsync("confirm");
        portal.Clock.Set(new(2026, 6, 21, 10, 0, 0, DateTimeKind.Utc));

        // A program that looks into mails opens the link; only a person presses the button.
        (await portal.PageAsync(link)).QuerySelector("main form button").ShouldNotBeNull();
        (await StateAsync(portal)).ShouldBe(SubmissionState.Received);
        using var confirmed = await citizen.Browser.PostFormAsync(link, []);
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StateAsync(portal)).ShouldBe(then);
        using var twice = await citizen.Browser.PostFormAsync(link, []);
        (await StateAsync(portal)).ShouldBe(then);
        (await portal.ReadAsync(db => db.SubmissionEvents.CountAsync(e => e.Kind == "confirmed", TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_is_asked_for_and_nothing_typed_is_lost()
    {
        await using var portal = await StartAsync();
        var citizen = new Participant(portal, "en");
        using var sent = await SendAsync(citizen, "Without an address.", ("email", ""), ("displayName", "Somebody"));
        sent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(sent);
        page.QuerySelector("[role=alert] a[href='#email']").ShouldNotBeNull();
        page.QuerySelector("#displayName")!.GetAttribute("value").ShouldBe("Somebody");
    }

    [Fact]
    public async Task Who_does_not_confirm_within_seven_days_is_not_counted_and_erased()
    {
        await using var portal = await StartAsync();
        var citizen = new Participant(portal, "en");
        using var sent = await SendAsync(citizen, "Never confirmed.");
        var link = await new Mailbox(portal).LinkAsync("confirm");

        portal.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await portal.RunJobAsync<ExpireUnconfirmed>();
        (await StateAsync(portal)).ShouldBe(SubmissionState.Received);
        portal.Clock.Advance(TimeSpan.FromSeconds(2));
        await portal.RunJobAsync<ExpireUnconfirmed>();
        await portal.RunJobAsync<ExpireUnconfirmed>();
        (await StateAsync(portal)).ShouldBe(SubmissionState.Expired);
        (await portal.ReadAsync(db => db.SubmissionVersions.AnyAsync(v => v.Body == "Never confirmed.", TestContext.Current.CancellationToken))).ShouldBeFalse();
        using var late = await citizen.Browser.PostFormAsync(link, []);
        late.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_link_is_sent_again_on_demand_but_fills_nobodys_mailbox()
    {
        await using var portal = await StartAsync();
        var citizen = new Participant(portal, "en");
        using var sent = await SendAsync(citizen, "Where is the mail?");
        var code = Participant.CodeOn(await TestPortal.ParseAsync(sent));
        using var atOnce = await citizen.Browser.PostFormAsync("/en/receipt/resend", new Form { ["receipt"] = code });
        atOnce.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        using var later = await citizen.Browser.PostFormAsync("/en/receipt/resend", new Form { ["receipt"] = code });
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await new Mailbox(portal).CountAsync("neighbour@example.org")).ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_by_a_guest_waits_for_its_address_and_agreeing_counts_each_address_and_account_once()
    {
        await using var portal = await StartAsync("post", talks: true);
        var citizen = new Participant(portal, "en");
        using var first = await SendAsync(citizen, "The street needs light.", ("email", ""));
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var path = $"/en/consultations/{Set}";
        var page = await portal.PageAsync(path);
        page.QuerySelector(".unreviewed")!.TextContent.ShouldBe("Not yet reviewed");
        var id = page.QuerySelector(".comment")!.Id!["c-".Length..];

        // Agreeing: two addresses, one of them twice with other letters, one account twice.
        foreach (var address in new[] { "one@example.org", "two@example.org", "ONE@example.org" })
        {
            using var asked = await citizen.Browser.PostFormAsync($"/en/comment/{id}/agree", new Form { ["email"] = address });
            asked.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var agreed = await citizen.Browser.PostFormAsync(await new Mailbox(portal).LinkAsync("confirm"), []);
            agreed.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var account = await portal.SignedInAsync("nina");
        for (var i = 0; i < 2; i++) (await account.PostFormAsync($"/en/comment/{id}/agree", [])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.PageAsync(path)).QuerySelector(".agreed")!.TextContent.ShouldBe("3 people agree");
        (await portal.ReadAsync(db => db.AuditTrail.CountAsync(a => a.Name == "Agreed" && a.UserId != null, TestContext.Current.CancellationToken))).ShouldBe(0);

        // Answering: by a guest with an address, then an answer to the answer, which there is not.
        using var check = await citizen.PostAsync("check", new() { ["consultation"] = Set, ["sectionId"] = "", ["replyTo"] = id, ["body"] = "And a pavement." });
        using var answered = await citizen.SendAsync(await TestPortal.ParseAsync(check), ("email", "three@example.org"));
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.PageAsync(path)).QuerySelector(".comment.reply").ShouldBeNull();
        using var confirmed = await citizen.Browser.PostFormAsync(await new Mailbox(portal).LinkAsync("confirm"), []);
        var reply = (await portal.PageAsync(path)).QuerySelector(".comment.reply")!;
        reply.TextContent.ShouldContain("And a pavement.");
        using var deeper = await citizen.PostAsync("check", new() { ["consultation"] = Set, ["sectionId"] = "", ["replyTo"] = reply.Id!["c-".Length..], ["body"] = "Deeper." });
        using var refused = await citizen.SendAsync(await TestPortal.ParseAsync(deeper), ("email", "three@example.org"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        // What was answered stays readable when no more answers are allowed, and when what it answers is not published any more.
        await portal.ReadAsync(db => db.Consultations.Where(c => c.LocalizationSet == Set).ExecuteUpdateAsync(c => c.SetProperty(x => x.AllowsReplies, false), TestContext.Current.CancellationToken));
        await new ModerationDesk(portal).DecidedAsync("arta", id, Step.Decline, "insult");
        page = await portal.PageAsync(path);
        page.QuerySelector($"#c-{id}")!.TextContent.ShouldNotContain("The street needs light.");
        page.QuerySelector(".comment.reply")!.TextContent.ShouldContain("And a pavement.");
        page.QuerySelector($"a[href*='{id}/reply']").ShouldBeNull();
    }

    static Task<SubmissionState> StateAsync(TestPortal portal) => portal.ReadAsync(db => db.Submissions.Where(s => s.ConsultationSet == Set).Select(s => s.State).SingleAsync(TestContext.Current.CancellationToken));
}
