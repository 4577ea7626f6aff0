using System.Net;
using System.Text.Json.Nodes;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Consultations;

/// <summary>From a draft to a consultation that the public sees.</summary>
public sealed class AnnouncingTests
{
    [Fact]
    public async Task A_draft_that_lacks_what_people_need_is_refused_beside_the_fields_and_announced_when_they_are_filled()
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/Consultation?culture=en");
        form["TitlePart.Title"] = "Draft law on lamps";
        using var refused = await form.PressAsync("publish");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await EditorForm.AgainAsync(nina, refused);
        var links = again.Page.QuerySelectorAll(".error-summary li a").Select(a => a.GetAttribute("href")).ToList();
        links.ShouldBe(["#Consultation.Opens", "#Consultation.Institution", "#Sections"], ignoreOrder: true);

        again["Consultation.Opens"] = "2026-06-20T09:00";
        again["Consultation.Closes"] = "2026-06-28T23:59";
        again["Consultation.Institution"] = again.Page.QuerySelector("[name='Consultation.Institution'] option:not([value=''])")!.GetAttribute("value")!;
        again["MarkdownBodyPart.Markdown"] = "What the law is about.";
        using var published = await again.PressAsync("publish");
        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var id = published.Headers.Location!.ToString().Split('/')[^1];
        var edited = await EditorForm.OfAsync(nina, id);
        edited.Page.GetElementById("Consultation.Closes-reads")!.TextContent.ShouldBe("Sunday, 28\u00A0June\u00A02026 at 23:59, Central European Time (UTC+2)");
        edited.Page.QuerySelectorAll("h2.form-group").Select(h => h.TextContent).ShouldBe(["Who asks and who decides", "When", "Who may take part and how", "What belongs to it"]);
        var list = await portal.PageAsync($"/admin/content/{id}/checklist", nina);
        var said = list.QuerySelectorAll(".checklist li b").Select(b => b.TextContent).ToList();
        said.ShouldContain("Days that it is open: 8.", StringComparer.Ordinal);
        said.ShouldContain("It closes on a weekend, on Sunday, 28\u00A0June\u00A02026.", StringComparer.Ordinal);
        said.ShouldContain("There is no text in this language: Shqip.", StringComparer.Ordinal);
        said.ShouldNotContain(s => s.Contains("moderator", StringComparison.Ordinal));
        list.QuerySelector(".checklist.must").ShouldBeNull();
    }

    [Fact]
    public async Task What_the_public_knows_already_is_not_held_back_by_the_list()
    {
        await using var portal = await TestPortal.StartAsync();
        await Drafted.OpenAsync(portal);
        await portal.EditAsync(Drafted.Id, c => c["TitlePart"]!["Title"] = "A better title");
        await portal.PublishAsync(Drafted.Id);
        (await portal.PageAsync(Drafted.Path)).QuerySelector("h1")!.TextContent.ShouldBe("A better title");
    }

    [Fact]
    public async Task Times_that_the_clock_skips_or_repeats_are_explained_beside_their_field()
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        await Drafted.OpenAsync(portal);
        await portal.EditAsync(Drafted.Id, c => (c["Consultation"]!["Closes"], c["Consultation"]!["Reported"]) = (new JsonObject { ["Value"] = "2026-10-25T02:30:00" }, new JsonObject { ["Value"] = "2027-03-28T02:30:00" }));
        var page = (await EditorForm.OfAsync(nina, Drafted.Id)).Page;
        var notes = page.QuerySelectorAll(".reads-warning").Select(n => n.TextContent).ToList();
        notes.ShouldContain(n => n.Contains("shows this time twice", StringComparison.Ordinal));
        notes.ShouldContain(n => n.Contains("skips this time", StringComparison.Ordinal));
        page.GetElementById("Consultation.Reported-reads")!.TextContent.ShouldContain("03:30");
        page.GetElementById("Consultation.Closes-reads")!.TextContent.ShouldContain("UTC+2");
    }

    [Theory]
    [InlineData("announced", ".phase.announced", false)]
    [InlineData("open", ".phase.open", true)]
    [InlineData("closed", ".phase.closed", false)]
    public async Task A_draft_is_previewed_in_every_phase_and_language_without_taking_anything(string phase, string line, bool hasForm)
    {
        await using var portal = await TestPortal.StartAsync();
        using var nina = await portal.SignedInAsync("nina");
        var form = await EditorForm.OpenAsync(nina, "/admin/content/new/Consultation?culture=sr");
        form["TitlePart.Title"] = "Нацрт закона о светиљкама";
        form["MarkdownBodyPart.Markdown"] = "Увод.";
        using var saved = await form.PressAsync("save");
        var id = saved.Headers.Location!.ToString().Split('/')[^1];

        var page = await portal.PageAsync($"/admin/content/{id}/preview?as={phase}&in=sr-Latn", nina);
        page.QuerySelector(line).ShouldNotBeNull();
        page.QuerySelector("h1")!.TextContent.ShouldBe("Nacrt zakona o svetiljkama");
        page.QuerySelector("#general form")?.QuerySelector("button")?.HasAttribute("disabled").ShouldBeTrue();
        (page.QuerySelector("#general form") is not null).ShouldBe(hasForm);
        page.QuerySelectorAll(".preview-banner nav a").Length.ShouldBe(6);
        using var secret = await portal.Client.AskAsync($"/admin/content/{id}/preview?as=open");
        secret.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task No_entrance_lets_anybody_in_below_the_level_of_participation()
    {
        await using var portal = await TestPortal.StartAsync();
        const string Words = "Said by somebody.";
        foreach (var (level, lowest) in new[] { ("account", "arta"), ("organisation", "fiq") })
        {
            var set = "for-" + level;
            await Planned.OpenAsync(portal, set, "2026-06-10T10:00:00Z", "2026-06-30T10:00:00Z", p => p["ParticipationLevel"] = new JsonObject { ["Text"] = level });
            var guest = new Participant(portal, "en");
            using var web = await guest.SendAsync(await guest.CheckAsync(Words, $"{set}-s1", set));
            using var api = await new ApiGuest(portal).SendAsync(Words, set: set, section: $"{set}-s1");
            web.StatusCode.ShouldBe(HttpStatusCode.Forbidden, level);
            api.StatusCode.ShouldBe(HttpStatusCode.Forbidden, level);

            // A token acts as its user and opens no further door.
            using var member = await SendAsync(await portal.ProgramAsync(lowest, "submissions"), set);
            member.StatusCode.ShouldBe(HttpStatusCode.Created, level);
        }

        using var noOrganisation = await SendAsync(await portal.ProgramAsync("arta", "submissions"), "for-organisation");
        noOrganisation.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        Task<HttpResponseMessage> SendAsync(HttpClient program, string set) =>
            program.PostObjectAsync($"/api/v1/consultations/{set}/submissions", new { culture = "en", sectionId = $"{set}-s1", body = $"{Words} {set}", consent = ApiGuest.Consent });
    }
}
