using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Moderation;

public sealed class DecisionRuleTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Family = "👩‍👩‍👧‍👦";

    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("decline", null)]
    [InlineData("decline", "")]
    [InlineData("decline", "because")]
    public async Task Whatever_is_not_published_needs_a_reason_from_the_list(string decision, string? reason) =>
        await RefusedAsync($"Without a reason: {reason ?? "none"}.", "reason", (m, item) => m.SendAsync(item, decision, reason));

    [Theory]
    [InlineData("keep")]
    [InlineData("uphold")]
    [InlineData("escalate")]
    [InlineData("withdraw")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("Publish")]
    public async Task A_decision_is_one_of_those_that_are_possible(string decision) =>
        await RefusedAsync($"Decision called {decision}.", "decision", (m, item) => m.SendAsync(item, decision, "spam"));

    [Theory]
    [InlineData(0, 4000)]
    [InlineData(-1, 3)]
    [InlineData(5, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task A_redaction_outside_the_text_is_refused(int start, int length) =>
        await RefusedAsync($"Outside {start} {length}.", "redactions", (m, item) => m.SendAsync(item, "redact", "personal-data", null, null, (start, length)));

    [Theory]
    [InlineData($"{Family} a family", 0, 2)]
    [InlineData("Ѓорѓи и ѝ̀ знаци", 9, 1)]
    [InlineData("e\u0328\u0301 marks", 0, 1)]
    public async Task A_redaction_that_cuts_a_letter_is_refused(string body, int start, int length) =>
        await RefusedAsync(body, "redactions", (m, item) => m.SendAsync(item, "redact", "personal-data", null, null, (start, length)));

    [Fact]
    public async Task Hiding_the_whole_text_is_refused_also_in_two_halves()
    {
        await RefusedAsync("All of it.", "redactions", (m, item) => m.SendAsync(item, "redact", "spam", null, null, (0, 10)));
        await RefusedAsync("All of it in halves.", "redactions", (m, item) => m.SendAsync(item, "redact", "spam", null, null, (0, 12), (8, 12)));
    }

    [Fact]
    public async Task A_redaction_without_a_passage_and_a_publication_with_one_are_refused()
    {
        await RefusedAsync("No passage named.", "redactions", (m, item) => m.SendAsync(item, "redact", "spam"));
        await RefusedAsync("Published with a passage.", "redactions", (m, item) => m.SendAsync(item, "publish", null, null, null, (0, 3)));
    }

    [Fact]
    public async Task A_note_longer_than_its_limit_is_refused_and_the_limit_is_named()
    {
        var problem = await RefusedAsync("A long note.", "note", (m, item) => m.SendAsync(item, "publish", note: new string('x', 2001)));
        problem.ShouldContain("2000");
    }

    [Fact]
    public async Task Nobody_decides_on_what_they_wrote_themselves()
    {
        var author = await portal.SignedInAsync("mira");
        var check = await author.PostFormAsync("/en/submission/check", new Form { ["consultation"] = Participant.OpenConsultation, ["body"] = "Written by a moderator." });
        var page = await TestPortal.ParseAsync(check);
        using var sent = await author.PostFormAsync("/en/submission/send", new Form
        {
            ["consultation"] = Participant.OpenConsultation, ["body"] = "Written by a moderator.", ["consent"] = ApiGuest.Consent, ["ticket"] = page.QuerySelector("[name=ticket]")!.GetAttribute("value")!,
        });
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);

        var mira = await Moderator.Async(portal, "mira");
        using var own = await mira.SendAsync(await mira.FindAsync("Written by a moderator."), "publish");
        await Asking.ProblemAsync(own, HttpStatusCode.Forbidden);
        await (await Moderator.Async(portal)).DecideAsync("Written by a moderator.", "publish");
    }

    [Fact]
    public async Task Every_decision_leaves_an_audit_record_that_names_who_decided_and_not_what_was_said()
    {
        await new ApiGuest(portal).ReceiptAsync("Recorded without its words.", ("displayName", "Unrecorded Name"));
        var arta = await Moderator.Async(portal);
        var id = (string)(await arta.FindAsync("Recorded without its words."))["submissionId"]!;
        await arta.DecideAsync("Recorded without its words.", "decline", "spam", "Unrecorded note");

        var records = await portal.ReadAsync(db => db.AuditTrail.Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync(TestContext.Current.CancellationToken));
        records.Select(r => r.Name).ShouldBe(["Received", "Decided"]);
        records[0].UserId.ShouldBeNull();
        records[1].UserName.ShouldBe("arta");
        string.Concat(records.Select(r => r.Properties)).ShouldNotContain("nrecorded");
    }

    [Fact]
    public async Task On_the_web_a_passage_that_is_not_in_the_text_is_refused_and_the_form_comes_back_whole()
    {
        await new ApiGuest(portal).ReceiptAsync("Redacted by hand, Somebody Named.");
        var arta = await portal.SignedInAsync("arta");
        var id = (string)(await (await Moderator.Async(portal)).FindAsync("Redacted by hand, Somebody Named."))["submissionId"]!;
        var token = (await portal.PageAsync($"/admin/moderation/{id}", arta)).TokenOf();
        Form Filled(string passages) => new() { ["version"] = "1", ["decision"] = "redact", ["reason"] = "names-a-person", ["note"] = "A note.", ["redactions"] = passages, ["__RequestVerificationToken"] = token };

        using var absent = await arta.PostFormAsync($"/admin/moderation/{id}", Filled("Nobody Here"));
        var page = await TestPortal.ParseAsync(absent);
        absent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelector("[role=alert] a[href='#redactions']").ShouldNotBeNull();
        page.QuerySelector("#redactions")!.TextContent.Trim().ShouldBe("Nobody Here");
        page.QuerySelector("#note")!.TextContent.Trim().ShouldBe("A note.");
        page.QuerySelector("#reason option[selected]")!.GetAttribute("value").ShouldBe("names-a-person");

        using var found = await arta.PostFormAsync($"/admin/moderation/{id}", Filled("Somebody Named"));
        found.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/en/consultations/community-safety-action-plan")).ShouldNotContain("Somebody Named");
    }

    async Task<string> RefusedAsync(string body, string field, Func<Moderator, System.Text.Json.Nodes.JsonNode, Task<HttpResponseMessage>> decide)
    {
        await new ApiGuest(portal).ReceiptAsync(body);
        var arta = await Moderator.Async(portal);
        using var answer = await decide(arta, await arta.FindAsync(body.Normalize()));
        var problem = await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest);
        problem["errors"]![field].ShouldNotBeNull();
        await arta.FindAsync(body.Normalize());
        return problem.ToJsonString();
    }
}
