using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Participation;

public sealed class FollowingTests
{
    const string Set = "followed-talk";

    [Fact]
    public async Task Followers_and_those_who_took_part_hear_of_each_event_once_in_their_language_until_they_stop()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, Set, "2026-06-10T08:00:00", "2026-06-25T20:00:00", part => part["Reported"] = new JsonObject { ["Value"] = "2026-07-20T08:00:00" });
        await SetAddressAsync(portal, "http://localhost");
        var mailbox = new Mailbox(portal);
        var (follower, author) = (new Participant(portal, "sq"), new Participant(portal, "bs"));

        using var asked = await follower.Browser.PostFormAsync("/sq/follow", new Form { ["consultation"] = Set, ["email"] = "follower@example.org" });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.ReadAsync(db => db.Followers.CountAsync(Cancel))).ShouldBe(0);
        using var confirmed = await follower.Browser.PostFormAsync(await mailbox.LinkAsync("confirm"), []);
        using var sent = await author.SendAsync(await author.CheckAsync("Komentar s adresom.", null, Set), ("email", "author@example.org"));
        (await portal.ReadAsync(db => db.Followers.CountAsync(Cancel))).ShouldBe(2);
        (await portal.ReadAsync(db => db.Followers.AllAsync(f => f.ProtectedAddress != null && !f.ProtectedAddress.Contains("example"), Cancel))).ShouldBeTrue();
        var before = (await mailbox.ReadAsync()).Count;

        portal.Clock.Set(new(2026, 6, 22, 18, 0, 1, DateTimeKind.Utc));
        for (var i = 0; i < 3; i++) await portal.RunJobAsync<AnnouncePhases>();
        var soon = (await mailbox.ReadAsync()).Skip(before).ToList();
        soon.Count.ShouldBe(2);
        soon.ShouldContain(m => m.Contains("mbyllet së shpejti", StringComparison.Ordinal) && m.Contains("follower@example.org", StringComparison.Ordinal));
        soon.ShouldContain(m => m.Contains("uskoro zatvaraju", StringComparison.Ordinal) && m.Contains("author@example.org", StringComparison.Ordinal));
        soon.ShouldAllBe(m => m.Contains("List-Unsubscribe: <http://localhost/", StringComparison.Ordinal) && m.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", StringComparison.Ordinal));

        // One POST by a mail program, without a session.
        var stop = await mailbox.LinkAsync("follow/stop");
        using var stopped = await portal.NewClient().PostFormAsync(stop, new Form { ["List-Unsubscribe"] = "One-Click" });
        stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.ReadAsync(db => db.Followers.CountAsync(f => f.StoppedUtc != null && f.ProtectedAddress == null, Cancel))).ShouldBe(1);

        portal.Clock.Set(new(2026, 6, 25, 18, 0, 1, DateTimeKind.Utc));
        await portal.RunJobAsync<AnnouncePhases>();
        portal.Clock.Set(new(2026, 7, 20, 6, 0, 1, DateTimeKind.Utc));
        await portal.RunJobAsync<AnnouncePhases>();
        // One of each event to the one who goes on; what lay there for the one who stopped is taken back.
        (await mailbox.ReadAsync()).Count.ShouldBe(before + 1 + 1 + 1);
    }

    [Fact]
    public async Task What_becomes_of_a_consultation_stands_in_a_feed_at_its_instant()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, Set, "2026-06-10T08:00:00", "2026-06-25T20:00:00");
        var feed = $"/en/follow/{Set}/feed.atom";
        (await portal.Client.TextAsync(feed)).ShouldNotContain("closes soon");
        portal.Clock.Set(new(2026, 6, 22, 18, 0, 0, DateTimeKind.Utc));
        (await portal.Client.TextAsync(feed)).ShouldContain("A consultation closes soon: The followed-talk consultation");
        (await portal.PageAsync($"/en/consultations/{Set}")).QuerySelector($"link[rel=alternate][href='{feed}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_follows_a_consultation_hears_at_once_that_it_was_extended()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, Set, "2026-06-10T08:00:00", "2026-06-25T20:00:00");
        await SetAddressAsync(portal, "http://localhost");
        var (mailbox, author) = (new Mailbox(portal), new Participant(portal, "bs"));
        using var sent = await author.SendAsync(await author.CheckAsync("Komentar s adresom.", null, Set), ("email", "author@example.org"));
        var before = (await mailbox.ReadAsync()).Count;
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.EditAsync($"{Set}-en", c => c["Consultation"]!["Closes"] = new JsonObject { ["Value"] = "2026-07-05T20:00:00" });
        await portal.PublishAsync($"{Set}-en");

        for (var i = 0; i < 2; i++) await portal.RunJobAsync<AnnouncePhases>();
        var told = (await mailbox.ReadAsync()).Skip(before).ShouldHaveSingleItem();
        told.ShouldContain("produžene");
        told.ShouldContain("5.\u00a0jul");
        (await portal.Client.TextAsync($"/en/follow/{Set}/feed.atom")).ShouldContain("A consultation was extended: The followed-talk consultation");
    }

    [Fact]
    public async Task One_connection_cannot_have_any_number_of_addresses_written_to()
    {
        await using var portal = await TestPortal.StartAsync();
        var machine = portal.NewClient("203.0.113.92");
        for (var i = 0; i < 60; i++) (await AskAsync(i)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(60)).ShouldBe(HttpStatusCode.Conflict);

        async Task<HttpStatusCode> AskAsync(int number)
        {
            using var answer = await machine.PostFormAsync("/en/follow", new Form { ["consultation"] = Participant.OpenConsultation, ["email"] = $"somebody-{number}@example.org" });
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Nobody_is_followed_by_a_form_of_another_site_or_to_something_that_is_no_address()
    {
        await using var portal = await TestPortal.StartAsync();
        using var foreign = await portal.Client.PostFormAsync("/en/follow", new Form { ["consultation"] = Participant.OpenConsultation, ["email"] = "a@example.org" }, ("Sec-Fetch-Site", "cross-site"));
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var wrong = await portal.Client.PostFormAsync("/en/follow", new Form { ["consultation"] = Participant.OpenConsultation, ["email"] = "nobody" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TestPortal.ParseAsync(wrong)).QuerySelector("#follow-email")!.GetAttribute("value").ShouldBe("nobody");
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static Task<Cms.Result<Cms.Done>> SetAddressAsync(TestPortal portal, string address) => portal.AsSystemAsync(s => s.GetRequiredService<UnitOfWork>().RunAsync<Cms.Done>(() =>
    {
        var (db, work) = (s.GetRequiredService<PortalDb>(), s.GetRequiredService<UnitOfWork>());
        db.Settings.Add(new() { Name = "BaseUrl", Json = $"\"{address}\"" });
        work.Evict(Cms.Caching.Tags.Settings);
        return Task.FromResult<Cms.Result<Cms.Done>>(default(Cms.Done));
    }, Cancel));
}
