using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Moderation;

/// <summary>What happens to a submission after it was received, step by step.</summary>
public abstract class WaysOfASubmissionTests(TestPortal portal)
{
    const string Page = "/en/consultations/community-safety-action-plan";

    readonly ModerationDesk desk = new(portal);

    [Fact]
    public async Task An_appeal_is_decided_by_somebody_else_and_an_upheld_decision_leads_back_to_what_was_decided_first()
    {
        var declined = await desk.ReceiveAsync("Appealed and upheld, declined.");
        await desk.DecidedAsync("arta", declined, Step.Decline, "spam");
        await desk.AppealAsync(declined);
        (await desk.DecideAsync("arta", declined, Step.Reverse)).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await desk.DecideAsync("mira", declined, Step.Uphold)).Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe("note");

        // The page asks for what is missing, and for nothing else.
        var mira = await portal.SignedInAsync("mira");
        var asked = await portal.PageAsync($"/admin/moderation/{declined}", mira);
        using var refused = await mira.PostFormAsync($"/admin/moderation/{declined}", new Form { ["__RequestVerificationToken"] = asked.TokenOf(), ["version"] = "1", ["decision"] = "uphold", ["reason"] = "", ["note"] = "", ["then"] = "record" });
        (await TestPortal.ParseAsync(refused)).QuerySelectorAll(".error-summary a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#note");
        await desk.DecidedAsync("mira", declined, Step.Uphold, note: "It is an advertisement.");
        (await desk.StateAsync(declined)).ShouldBe(SubmissionState.Declined);

        var redacted = await desk.ReceiveAsync("Appealed and upheld, Somebody hidden.");
        await desk.DecidedAsync("arta", redacted, Step.Redact, "names-a-person", null, null, new TextSpan(21, 8));
        await desk.AppealAsync(redacted);
        await desk.DecidedAsync("mira", redacted, Step.Uphold, note: "The name stays hidden.");
        (await desk.StateAsync(redacted)).ShouldBe(SubmissionState.PublishedRedacted);
        var page = await portal.PageAsync(Page);
        Shown(page, redacted).TextContent.ShouldNotContain("Somebody");
        Shown(page, redacted).QuerySelectorAll(".redaction").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Who_cannot_leave_a_text_that_changed_to_somebody_else_keeps_the_note_to_them()
    {
        var id = await desk.ReceiveAsync("Left to somebody else, too late.");
        var arta = await portal.SignedInAsync("arta");
        var page = await portal.PageAsync($"/admin/moderation/{id}", arta);
        var form = new Form { ["__RequestVerificationToken"] = page.TokenOf(), ["version"] = "7", ["to"] = "", ["escalationNote"] = "You know this street." };

        using var refused = await arta.PostFormAsync($"/admin/moderation/{id}/escalate", form);
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
        var shown = await TestPortal.ParseAsync(refused);
        shown.QuerySelector("#escalationNote")!.TextContent.ShouldBe("You know this street.");
        shown.QuerySelector("#note")!.TextContent.Trim().ShouldBeEmpty();

        form["escalationNote"] = new string('n', 3000);
        form["version"] = "1";
        using var tooLong = await arta.PostFormAsync($"/admin/moderation/{id}/escalate", form);
        (await TestPortal.ParseAsync(tooLong)).QuerySelectorAll(".error-summary a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("#escalationNote");
    }

    [Fact]
    public async Task While_an_appeal_waits_the_public_finds_what_it_found_before()
    {
        var redacted = await desk.ReceiveAsync("Visible while appealed, Nobody Named.");
        await desk.DecidedAsync("arta", redacted, Step.Redact, "names-a-person", null, null, new TextSpan(24, 12));
        await desk.AppealAsync(redacted);
        var comment = Shown(await portal.PageAsync(Page), redacted);
        comment.TextContent.ShouldContain("Visible while appealed");
        comment.TextContent.ShouldNotContain("Nobody");

        await desk.DecidedAsync("admin", redacted, Step.Reverse);
        Shown(await portal.PageAsync(Page), redacted).TextContent.ShouldContain("Nobody Named");
    }

    [Fact]
    public async Task An_author_appeals_once()
    {
        var id = await desk.ReceiveAsync("Appealed once.");
        await desk.DecidedAsync("arta", id, Step.Decline, "spam");
        await desk.AppealAsync(id);
        await desk.DecidedAsync("mira", id, Step.Redact, "insult", null, null, new TextSpan(0, 8));
        (await desk.ReadAsync(id)).Next(Step.Appeal).ShouldBeNull();
    }

    [Fact]
    public async Task A_merged_submission_is_kept_and_counted_and_waits_again_when_the_other_is_shown_no_longer()
    {
        var (one, other) = (await desk.ReceiveAsync("The same thing, once."), await desk.ReceiveAsync("The same thing, twice."));
        (await desk.DecideAsync("arta", one, Step.Merge, mergeInto: "nobody")).Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe("mergeInto");
        (await desk.DecideAsync("arta", one, Step.Merge, mergeInto: one)).Succeeded.ShouldBeFalse();
        await desk.DecidedAsync("arta", one, Step.Merge, mergeInto: other);
        (await desk.ReadAsync(one)).MergedIntoId.ShouldBe(other);
        (await portal.ReadAsync(db => db.SubmissionVersions.CountAsync(v => v.SubmissionId == one, TestContext.Current.CancellationToken))).ShouldBe(1);

        (await desk.DecideAsync("arta", other, Step.Merge, mergeInto: one)).Succeeded.ShouldBeFalse();
        await desk.DecidedAsync("arta", other, Step.Decline, "spam");
        (await desk.StateAsync(one)).ShouldBe(SubmissionState.Queued);
    }

    [Fact]
    public async Task What_was_left_to_a_person_is_decided_by_them_or_by_an_administrator()
    {
        var id = await desk.ReceiveAsync("Left to mira.");
        (await desk.EscalateAsync("arta", id, "arta")).Succeeded.ShouldBeFalse();
        (await desk.EscalateAsync("arta", id, "fiq")).Succeeded.ShouldBeFalse();
        (await desk.EscalateAsync("arta", id, "mira")).Succeeded.ShouldBeTrue();
        (await desk.DecideAsync("arta", id, Step.Publish)).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        await desk.DecidedAsync("mira", id, Step.Publish);

        var administrators = await desk.ReceiveAsync("Left to mira, who is away.");
        await desk.EscalateAsync("arta", administrators, "mira");
        await desk.DecidedAsync("admin", administrators, Step.Publish);
    }

    [Fact]
    public async Task A_reported_comment_stays_visible_until_it_is_decided_on_and_is_then_what_it_was()
    {
        var id = await desk.ReceiveAsync("Reported but right.");
        await desk.DecidedAsync("arta", id, Step.Publish);
        (await desk.ReportAsync(id, "insult", "I do not like it.")).Value.ShouldBeFalse();
        Shown(await portal.PageAsync(Page), id).TextContent.ShouldContain("Reported but right.");

        await desk.DecidedAsync("arta", id, Step.Keep);
        (await desk.StateAsync(id)).ShouldBe(SubmissionState.Published);
        var report = await portal.ReadAsync(db => db.SubmissionReports.SingleAsync(r => r.SubmissionId == id, TestContext.Current.CancellationToken));
        (report.SettledUtc, report.Note).ShouldBe((portal.Clock.GetUtcNow().UtcDateTime, null));
    }

    [Fact]
    public async Task A_comment_reported_for_a_reason_that_hides_is_hidden_at_once_but_not_again_when_moderators_kept_it()
    {
        var id = await desk.ReceiveAsync("Reported as personal.");
        await desk.DecidedAsync("arta", id, Step.Publish);
        (await desk.ReportAsync(id, "personal-data")).Value.ShouldBeTrue();
        Shown(await portal.PageAsync(Page), id).TextContent.ShouldNotContain("Reported as personal.");

        await desk.DecidedAsync("mira", id, Step.Keep);
        Shown(await portal.PageAsync(Page), id).TextContent.ShouldContain("Reported as personal.");
        (await desk.ReportAsync(id, "personal-data")).Value.ShouldBeFalse();
        Shown(await portal.PageAsync(Page), id).TextContent.ShouldContain("Reported as personal.");
    }

    [Fact]
    public async Task A_decision_is_taken_up_again_rather_than_edited()
    {
        var id = await desk.ReceiveAsync("Declined by mistake.");
        (await desk.ReopenAsync("arta", id)).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        await desk.DecidedAsync("arta", id, Step.Decline, "spam");
        (await desk.ReopenAsync("arta", id)).Value.ShouldBe(SubmissionState.Queued);
        (await desk.DecideAsync("arta", id, Step.Publish)).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        await desk.DecidedAsync("mira", id, Step.Publish);
        (await portal.ReadAsync(db => db.SubmissionDecisions.CountAsync(d => d.SubmissionId == id, TestContext.Current.CancellationToken))).ShouldBe(2);
    }

    [Fact]
    public async Task What_one_moderator_is_reading_another_cannot_decide_on_until_the_claim_ends()
    {
        var id = await desk.ReceiveAsync("Read by arta.");
        (await ClaimAsync("arta", id)).Succeeded.ShouldBeTrue();
        (await ClaimAsync("mira", id)).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        (await desk.DecideAsync("mira", id, Step.Publish)).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        portal.Clock.Advance(TimeSpan.FromMinutes(9));
        (await ClaimAsync("arta", id)).Succeeded.ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromMinutes(9));
        (await ClaimAsync("mira", id)).Succeeded.ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ClaimAsync("mira", id)).Succeeded.ShouldBeTrue();
        await desk.DecidedAsync("mira", id, Step.Publish);
        (await portal.ReadAsync(db => db.SubmissionClaims.CountAsync(c => c.SubmissionId == id, TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    Task<Result<DateTime>> ClaimAsync(string user, string id) => desk.AsAsync(user, s => ((Portal.Moderation.Actions.ClaimSubmission)s.GetService(typeof(Portal.Moderation.Actions.ClaimSubmission))!).RunAsync(id, TestContext.Current.CancellationToken));

    static IElement Shown(AngleSharp.Html.Dom.IHtmlDocument page, string id) => page.GetElementById($"c-{id}") ?? throw new InvalidOperationException($"The page shows nothing in the place of {id}.");
}

public sealed class WaysOfASubmissionTestsOnSqlite(SharedPortal shared) : WaysOfASubmissionTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class WaysOfASubmissionTestsOnPostgres(SharedPostgresPortal shared) : WaysOfASubmissionTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
