using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms.Processes;
using Portal.IntegrationTests.Accounts;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.IntegrationTests.Questionnaires;
using Portal.IntegrationTests.TransparencyLog;
using Portal.Mail.Delivery;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Questionnaires.Drafts;
using Portal.Users.Sessions;
using Portal.Web;
using Mailbox = Portal.IntegrationTests.Participation.Mailbox;

namespace Portal.IntegrationTests.Privacy;

/// <summary>Marked words come in by every way there is; then they are erased; then everything is searched for them.</summary>
public class EveryEntranceTests
{
    /// <summary>Begins every word that belongs to a person.</summary>
    const string Mark = "zyxwort";
    const string Talks = "marked-talk", Password = "katër fjalë krejt të rastit";

    /// <summary>What such a browser says of itself, which is not asked and must not be kept.</summary>
    static readonly (string Name, string Value)[] Headers =
    [
        ("User-Agent", "Zyxwortagent/1.0"), ("X-Forwarded-For", "203.0.113.201"), ("X-Real-IP", "203.0.113.202"), ("Forwarded", "for=203.0.113.203"), ("Cookie", "zyxwortcookie=1"), ("Referer", "http://localhost/zyxwortreferrer"),
    ];

    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_was_erased_is_left_in_any_table_file_index_log_outbox_mail_cache_or_export()
    {
        Assert.SkipUnless(ChildProgram.Exists("vipsthumbnail") && ChildProgram.Exists("mat2"), "vipsthumbnail and mat2 are not installed");
        using var log = new LogLines();
        var uploads = new UploadBuffers("Zyxwortupload");
        await using var portal = await TestPortal.StartAsync(database: Database, services: s => s.AddSingleton<ILoggerProvider>(log).AddSingleton<IStartupFilter>(uploads));
        await Planned.OpenAsync(portal, Talks, "2026-06-10T08:00:00", "2026-06-25T20:00:00", part => (part["AllowReplies"], part["AllowAgreeing"]) = (new JsonObject { ["Value"] = true }, new JsonObject { ["Value"] = true }));

        var receipts = new List<string> { await DeclinedWithFileAsync(portal), await ReportedAsync(portal), await AnsweredAsync(portal), await RepliedAsync(portal) };
        var citizen = await CitizenAsync(portal);
        await FollowsAsync(portal);
        await DraftsAsync(portal);
        await StumblesAsync(portal);
        await portal.AppendAsync();
        await ShouldBeThereAsync(portal);
        uploads.Seen.ShouldBeGreaterThan(0);

        foreach (var receipt in receipts)
        {
            using var erased = await portal.Client.AskAsync(HttpMethod.Delete, $"/api/v1/receipts/{receipt}", null);
            erased.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        using (var entered = await citizen.SignInAsync(Password)) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var forgotten = await citizen.SendAsync("/account/data", new Form { ["sure"] = "true" }, to: "/account/data/erase")) forgotten.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var deleted = await citizen.SendAsync("/account/delete", new Form { ["currentPassword"] = Password })) deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var stopped = await portal.NewClient().PostFormAsync(await StopLinkAsync(portal), [])) stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Traces.DeliverAsync(portal);
        // Of mails, only those are left that are about nothing that was erased: an address that was never confirmed, or follows.
        Traces.MailsWith(portal.Folder, Mark).ShouldAllBe(m => m.Contains("To: <zyxwortstranger@", StringComparison.Ordinal) || m.Contains("To: <zyxwortfollower@", StringComparison.Ordinal));
        await TimePassesAsync(portal);

        await ShouldBeGoneAsync(portal, log);
        uploads.Left.ShouldBeEmpty();
        (await portal.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    /// <summary>A comment at a browser, with everything that can be said beside it; handed on, declined with a note, appealed against.</summary>
    static async Task<string> DeclinedWithFileAsync(TestPortal portal)
    {
        const string Body = "Zyxwortbody the lamp at the school is dark.";
        var guest = new Participant(portal, "en") { Headers = Headers };
        // Large enough to wait on the disk while the request lasts.
        var photo = AttachmentTests.Picture("Zyxwortupload" + new string('.', 100_000));
        using var sent = await guest.SendAsync(await guest.CheckAsync(Body), [("zyxwortphoto.png", photo)], ("displayName", "Zyxwortname"), ("onBehalfOf", "Zyxwortorganisation"), ("email", "zyxwortaddress@example.org"), ("ageBand", "30-44"), ("gender", "woman"));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var receipt = Participant.CodeOn(await TestPortal.ParseAsync(sent));
        var desk = new ModerationDesk(portal);
        var id = await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.Body == Body).Select(v => v.SubmissionId).SingleAsync(Cancel));
        (await desk.AsAsync("arta", s => s.GetRequiredService<EscalateSubmission>().RunAsync(new(id, 1, null, "Zyxwortescalation: look at this."), Cancel))).Problem.ShouldBeNull();
        await desk.DecidedAsync("mira", id, Step.Decline, "off-topic", "Zyxwortnote from the moderator.");
        using var appealed = await guest.Browser.PostFormAsync("/en/receipt/appeal", new Form { ["receipt"] = receipt, ["words"] = "Zyxwortappeal: it is on topic." });
        appealed.StatusCode.ShouldBe(HttpStatusCode.OK);
        return receipt;
    }

    /// <summary>A comment of a program, changed by its author, published with a hidden passage, reported by a reader.</summary>
    static async Task<string> ReportedAsync(TestPortal portal)
    {
        const string Body = "Zyxwortsecond: the bus and Zyxworthidden.";
        var receipt = await new ApiGuest(portal).ReceiptAsync("Zyxwortfirst words.", ("displayName", "Zyxwortpseudonym"));
        using (var edited = await portal.Client.PostObjectAsync($"/api/v1/receipts/{receipt}/edit", new { version = 1, body = Body })) edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await Moderator.Async(portal)).RedactAsync(Body, "names-a-person", "Zyxworthidden");
        var id = await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.Body == Body).Select(v => v.SubmissionId).SingleAsync(Cancel));
        (await new ModerationDesk(portal).ReportAsync(id, "insult", "Zyxwortreport by a reader.")).Problem.ShouldBeNull();
        return receipt;
    }

    static async Task<string> AnsweredAsync(TestPortal portal)
    {
        using var answer = await new Respondent(portal).PostAsync(Respondent.Fewest(("anything-else", Respondent.Wrote("Zyxwortanswer to the questionnaire."))));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (string)(await TestPortal.JsonAsync(answer))["receipt"]!;
    }

    /// <summary>An answer to a comment that somebody agreed with, by confirmed addresses.</summary>
    static async Task<string> RepliedAsync(TestPortal portal)
    {
        var guest = new Participant(portal, "en") { Headers = Headers };
        using var first = await guest.SendAsync(await guest.CheckAsync("Quite harmless.", null, Talks));
        await (await Moderator.Async(portal)).DecideAsync("Quite harmless.", "publish");
        var id = (await portal.PageAsync($"/en/consultations/{Talks}")).QuerySelector(".comment")!.Id!["c-".Length..];
        using (var asked = await guest.Browser.PostFormAsync($"/en/comment/{id}/agree", new Form { ["email"] = "zyxwortstranger@example.org" }, Headers)) asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var agreed = await guest.Browser.PostFormAsync(await new Mailbox(portal).LinkAsync("confirm"), [])) agreed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var check = await guest.PostAsync("check", new() { ["consultation"] = Talks, ["sectionId"] = "", ["replyTo"] = id, ["body"] = "Zyxwortreply to it." });
        using var sent = await guest.SendAsync(await TestPortal.ParseAsync(check), ("email", "zyxwortreplier@example.org"));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var confirmed = await guest.Browser.PostFormAsync(await new Mailbox(portal).LinkAsync("confirm"), [])) confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Participant.CodeOn(await TestPortal.ParseAsync(sent));
    }

    /// <summary>Somebody with an account who comments, and asks for another address.</summary>
    static async Task<Citizen> CitizenAsync(TestPortal portal)
    {
        var citizen = new Citizen(portal, "zyxwortcitizen@example.org");
        citizen.Browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Zyxwortagent/1.0").ShouldBeTrue();
        using (var asked = await citizen.SendAsync("/register?lang=bs", new Form { ["email"] = citizen.Email })) asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Traces.DeliverAsync(portal);
        var letter = Traces.MailsWith(portal.Folder, "To: <zyxwortcitizen@").Single(m => m.Contains("/register/password", StringComparison.Ordinal));
        using (var chosen = await citizen.ChooseAsync(letter[letter.IndexOf("/register/password", StringComparison.Ordinal)..].Split('\r', '\n')[0], Password)) chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var author = new Participant(portal, "en") { Browser = citizen.Browser };
        await author.ReceiptAsync("Zyxwortaccount wrote this.", Participant.Section, ("displayName", "Zyxwortmember"));
        using (var moved = await citizen.SendAsync("/account/address", new Form { ["email"] = "zyxwortmoved@example.org", ["currentPassword"] = Password })) moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        return citizen;
    }

    static async Task FollowsAsync(TestPortal portal)
    {
        var guest = new Participant(portal, "en") { Headers = Headers };
        using (var asked = await guest.Browser.PostFormAsync("/en/follow", new Form { ["consultation"] = Talks, ["email"] = "zyxwortfollower@example.org" }, Headers)) asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var confirmed = await guest.Browser.PostFormAsync(await new Mailbox(portal).LinkAsync("confirm"), [])) confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Set(new(2026, 6, 22, 18, 0, 1, DateTimeKind.Utc));
        await portal.RunJobAsync<AnnouncePhases>();
    }

    static async Task<string> StopLinkAsync(TestPortal portal)
    {
        await Traces.DeliverAsync(portal);
        var mail = Traces.MailsWith(portal.Folder, "To: <zyxwortfollower@").Single(m => m.Contains("/follow/stop/", StringComparison.Ordinal));
        return Regex.Match(mail, @"/en/follow/stop/[\w-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    /// <summary>What is kept without being sent: answers under a code, a file of a form, a registration that nobody goes on with.</summary>
    static async Task DraftsAsync(TestPortal portal)
    {
        var respondent = new Respondent(portal);
        var second = await respondent.NextAsync(await respondent.StartAsync(), ("feel-safe", "3"));
        (await respondent.PressAsync(second, "save", ("priorities", "other"), ("priorities.text", "Zyxwortwish"))).Status.ShouldBe(HttpStatusCode.OK);
        var guest = new Participant(portal, "en");
        using (var held = await guest.SendAsync(await guest.CheckAsync("Zyxwortunsent."), [("zyxwortheld.png", AttachmentTests.Picture())], ("consent", ""))) held.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var asked = await new Citizen(portal, "").SendAsync("/register", new Form { ["email"] = "zyxwortstranger@example.org" });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What is refused may not stay in the log for that.</summary>
    static async Task StumblesAsync(TestPortal portal)
    {
        foreach (var (path, body) in new[] { ("/api/v1/consultations/nowhere/submissions", """{"body":"Zyxwortrefused","culture":"en"}"""), ("/api/v1/tickets", """{"consultationId":"Zyxwortbroken" """), ("/api/v1/consultations/consultation-safety-action-plan/responses", """{"answers":{"feel-safe":{"text":"Zyxwortwrong"}}}""") })
        {
            using var refused = await portal.Client.AskAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), Headers);
            ((int)refused.StatusCode).ShouldBeInRange(400, 499, path);
        }

        using var wrong = await portal.NewClient().SignInAsync("zyxwortnobody@example.org", "zyxwortpassword");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var receipt = await portal.Client.PostFormAsync("/en/receipt", new Form { ["receipt"] = "ZYXWORT" }, Headers);
        receipt.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Or else the search would find nothing because it looks in the wrong place.</summary>
    async Task ShouldBeThereAsync(TestPortal portal)
    {
        var tables = await TableDump.OfAsync(portal);
        foreach (var word in new[] { "body", "name", "organisation", "photo", "escalation", "note", "appeal", "first", "second", "report", "answer", "reply", "account", "member", "citizen" }) tables.ShouldContain(Mark + word, Case.Insensitive);
        // These are there for who has the portal's keys, or the person's own code, only.
        foreach (var word in new[] { "address", "replier", "follower", "stranger", "moved", "wish" }) tables.ShouldNotContain(Mark + word, Case.Insensitive);
        foreach (var word in new[] { "agent", "cookie", "referrer", "refused", "broken", "nobody" }) tables.ShouldNotContain(Mark + word, Case.Insensitive);
        (await ExportsAsync(portal)).ShouldContain("Zyxwortanswer");
        Directory.GetFiles(Path.Combine(portal.Folder, FileStore.Name)).Length.ShouldBe(2);
        Traces.MailsWith(portal.Folder, Mark).Count.ShouldBeGreaterThan(5);
        if (Database == DatabaseKind.Sqlite) Traces.FilesWith(portal.Folder, "Zyxwortbody").ShouldNotBeEmpty();
    }

    /// <summary>A month, after which what was never finished is gone, and mails that nobody picked up.</summary>
    static async Task TimePassesAsync(TestPortal portal)
    {
        portal.Clock.Advance(TimeSpan.FromDays(32));
        // Files have the machine's times.
        foreach (var file in Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories).Where(f => f.Contains("/mail/", StringComparison.Ordinal) || f.Contains($"/{FileStore.Name}/", StringComparison.Ordinal))) File.SetLastWriteTimeUtc(file, portal.Clock.GetUtcNow().UtcDateTime.AddDays(-3));
        await portal.RunJobAsync<DeleteOldDrafts>();
        await portal.RunJobAsync<DiscardHeldFiles>();
        await portal.RunJobAsync<ForgetOldSignIns>();
        await portal.RunJobAsync<EmptyPickupFolder>();
        await Traces.DeliverAsync(portal);
        await portal.AppendAsync();
    }

    async Task ShouldBeGoneAsync(TestPortal portal, LogLines log)
    {
        var tables = await TableDump.OfAsync(portal);
        var lines = tables.Split('\n').Where(l => l.Contains(Mark, StringComparison.OrdinalIgnoreCase)).ToList();
        lines.ShouldBeEmpty();
        tables.ShouldNotContain("203.0.113.20");
        Traces.FilesWith(portal.Folder, Mark).ShouldBeEmpty();
        Traces.MailsWith(portal.Folder, Mark).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(portal.Folder, FileStore.Name)).ShouldBeEmpty();
        (await portal.ReadAsync(db => db.Outbox.CountAsync(Cancel))).ShouldBe(0);
        log.Text.Split('\n').Where(l => l.Contains(Mark, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        (await ExportsAsync(portal)).ShouldNotContain(Mark, Case.Insensitive);
    }

    /// <summary>Whatever can be read or taken away, by the public and by the most powerful person there is; what caches hold among it.</summary>
    static async Task<string> ExportsAsync(TestPortal portal)
    {
        var all = new StringBuilder();
        var admin = await portal.SignedInAsync("admin");
        var item = await portal.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == Participant.OpenConsultation && i.Culture == "en").Select(i => i.ContentItemId).SingleAsync(Cancel));
        foreach (var path in new[]
        {
            await new Participant(portal, "en").ConsultationPathAsync(), $"/en/consultations/{Talks}", "/en/consultations", "/en", $"/en/questionnaire/{Participant.OpenConsultation}/answers.csv", $"/en/questionnaire/{Participant.OpenConsultation}/answers.json",
            $"/api/v1/consultations/{Participant.OpenConsultation}/moderation.csv", $"/api/v1/consultations/{Participant.OpenConsultation}/moderation", "/api/v1/log/entries", "/en/log", "/en/log/heads.atom", "/api/v1/content?pageSize=100", $"/en/follow/{Talks}/feed.atom",
        })
        {
            foreach (var client in new[] { portal.Client, admin }) all.Append(await client.TextAsync(path));
        }

        foreach (var path in new[]
        {
            $"/admin/content/{item}/questionnaire/responses.csv", $"/admin/content/{item}/questionnaire/responses.json", $"/admin/content/{item}/questionnaire/recipe.json", "/admin/moderation", "/admin/moderation?show=all", "/admin/moderation/statistics", "/admin/users", "/admin/invitations", "/admin/audit-trail", "/admin",
        }) all.Append(await admin.TextAsync(path));
        using var own = await admin.PostFormAsync("/account/data/download", new Form { ["__RequestVerificationToken"] = (await portal.PageAsync("/account/data", admin)).TokenOf() });
        using var zip = new ZipArchive(await own.Content.ReadAsStreamAsync(Cancel));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            all.Append(await reader.ReadToEndAsync(Cancel));
        }

        var moderator = await Moderator.Async(portal);
        all.Append(await moderator.Program.ObjectAsync("/api/v1/moderation/queue?pageSize=100"));
        // What a page says of the search itself is no trace.
        all.Append((await portal.PageAsync($"/en/search?q={Mark}")).QuerySelectorAll("main ol, main ul, main article").Select(e => e.TextContent).DefaultIfEmpty("").Aggregate(string.Concat));
        return all.ToString();
    }
}

public sealed class EveryEntranceTestsOnPostgres : EveryEntranceTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
