using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content.Actions;
using Portal.Cms.Privacy;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.IntegrationTests.Questionnaires;
using Portal.IntegrationTests.TransparencyLog;
using Portal.Moderation.Actions;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Web;

namespace Portal.IntegrationTests.Privacy;

public class ErasureTests
{
    /// <summary>Words that stand nowhere else, each in a place of its own.</summary>
    const string Body = "Zyxwortbody the lamp at the school is dark.", Name = "Zyxwortname", Organisation = "Zyxwortorganisation", Address = "zyxwortaddress@example.org", Note = "Zyxwortnote from the moderator.", Mark = "zyxwort";

    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    Task<TestPortal> StartAsync() => TestPortal.StartAsync(database: Database);

    static Task<string> SendAsync(TestPortal portal, string body = Body) => new ApiGuest(portal).ReceiptAsync(body, ("displayName", Name), ("onBehalfOf", Organisation), ("email", Address), ("ageBand", "30-44"));

    [Fact]
    public async Task Nothing_that_was_erased_with_a_receipt_is_left_in_any_table_file_or_log_and_the_public_log_still_verifies()
    {
        await using var portal = await StartAsync();
        var receipt = await SendAsync(portal);
        await (await Moderator.Async(portal)).DecideAsync(Body, "decline", "off-topic", Note);
        await portal.AppendAsync();
        (await TableDump.OfAsync(portal)).ShouldContain(Mark, Case.Insensitive);
        if (Database == DatabaseKind.Sqlite) Traces.FilesWith(portal.Folder, "Zyxwortbody").ShouldNotBeEmpty();

        (await portal.AsSystemAsync(s => s.GetRequiredService<EraseSubmission>().ByReceiptAsync(receipt, TestContext.Current.CancellationToken))).Problem.ShouldBeNull();
        await Traces.DeliverAsync(portal);
        await portal.AppendAsync();

        (await TableDump.OfAsync(portal)).ShouldNotContain(Mark, Case.Insensitive);
        Traces.FilesWith(portal.Folder, Mark).ShouldBeEmpty();
        var report = await portal.VerifyAsync();
        report.Faults.ShouldBeEmpty();
        report.Erased.ShouldBe(2);

        using var status = await portal.Client.AskAsync($"/api/v1/receipts/{receipt}");
        ((string)(await TestPortal.JsonAsync(status))["state"]!).ShouldBe("withdrawn");
        var proof = await portal.ProofAsync(receipt);
        proof["entries"]!.AsArray().Select(e => (string)e!["kind"]!).ShouldBe(["submission-received", "submission-decided", "submission-erased"]);
        proof["entries"]!.AsArray().Take(2).ShouldAllBe(e => e!["event"] == null);
    }

    [Fact]
    public async Task Erasing_twice_is_no_mistake_and_erases_once()
    {
        await using var portal = await StartAsync();
        var receipt = await SendAsync(portal);
        for (var i = 0; i < 2; i++) (await portal.AsSystemAsync(s => s.GetRequiredService<EraseSubmission>().ByReceiptAsync(receipt, TestContext.Current.CancellationToken))).Problem.ShouldBeNull();
        (await portal.ReadAsync(db => db.SubmissionEvents.CountAsync(e => e.Kind == "erased"))).ShouldBe(1);
    }

    [Fact]
    public async Task An_administrator_erases_with_a_reason_and_nobody_else_does()
    {
        await using var portal = await StartAsync();
        var receipt = await SendAsync(portal);
        using var moderator = await portal.SignedInAsync("arta");
        using (var refused = await moderator.AskAsync("/admin/moderation/erase")) refused.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Redirect, HttpStatusCode.NotFound);

        using var admin = await portal.SignedInAsync("admin");
        var ask = await portal.PageAsync("/admin/moderation/erase", admin);
        using var found = await admin.PostFormAsync("/admin/moderation/erase", new Form { ["subject"] = receipt, ["__RequestVerificationToken"] = ask.TokenOf() });
        var confirm = await TestPortal.ParseAsync(found);
        using (var silent = await admin.PostFormAsync("/admin/moderation/erase/done", new Form { ["subject"] = receipt, ["__RequestVerificationToken"] = confirm.TokenOf() })) silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var done = await admin.PostFormAsync("/admin/moderation/erase/done", new Form { ["subject"] = receipt, ["reason"] = "endangers-somebody", ["__RequestVerificationToken"] = confirm.TokenOf() });

        (await TestPortal.ParseAsync(done)).QuerySelector("[role=status]").ShouldNotBeNull();
        (await TableDump.OfAsync(portal)).ShouldNotContain("Zyxwortbody");
        var audited = await portal.ReadAsync(db => db.AuditTrail.SingleAsync(a => a.Name == "Erased"));
        (audited.UserName, audited.Properties!.Contains("endangers-somebody", StringComparison.Ordinal)).ShouldBe(("admin", true));
    }

    [Fact]
    public async Task When_the_time_of_a_consultation_is_over_a_published_text_stays_and_everything_else_goes()
    {
        await using var portal = await StartAsync();
        const string published = "Zyxwortpublished stays in public.", redacted = "The public reads this, and not Zyxworthidden at all.";
        foreach (var body in new[] { published, redacted, Body }) await SendAsync(portal, body);
        var arta = await Moderator.Async(portal);
        await arta.DecideAsync(published, "publish");
        await arta.RedactAsync(redacted, "names-a-person", "Zyxworthidden");
        await arta.DecideAsync(Body, "decline", "off-topic", Note);
        var (_, closes) = await Planned.OfAsync(portal, Participant.OpenConsultation);

        portal.Clock.Advance(closes.AddMonths(23) - portal.Clock.GetUtcNow().UtcDateTime);
        await portal.RunJobAsync<RetentionClock>();
        (await TableDump.OfAsync(portal)).ShouldContain("Zyxwortbody");
        (await portal.ReadAsync(db => db.SubmissionContacts.CountAsync())).ShouldBe(0);

        portal.Clock.Advance(TimeSpan.FromDays(32));
        await portal.RunJobAsync<RetentionClock>();
        await Traces.DeliverAsync(portal);
        await portal.AppendAsync();

        var left = await TableDump.OfAsync(portal);
        left.ShouldContain(published);
        left.ShouldContain("The public reads this, and not ▮▮▮▮▮▮▮▮▮▮▮▮▮ at all.");
        foreach (var gone in new[] { "Zyxwortbody", Name, Organisation, "Zyxworthidden", "Zyxwortnote" }) left.ShouldNotContain(gone, Case.Insensitive);
        foreach (var gone in new[] { "Zyxwortbody", Name, Organisation, "Zyxworthidden", "Zyxwortnote" }) Traces.FilesWith(portal.Folder, gone).ShouldBeEmpty(gone);
        (await portal.VerifyAsync()).Faults.ShouldBeEmpty();
        (await portal.PageAsync(await new Participant(portal, "en").ConsultationPathAsync())).Body!.TextContent.ShouldContain(published);
    }

    [Fact]
    public async Task After_a_restored_backup_the_register_erases_once_more()
    {
        await using var portal = await StartAsync();
        var receipt = await SendAsync(portal);
        await portal.AppendAsync();
        await portal.AsSystemAsync(s => s.GetRequiredService<EraseSubmission>().ByReceiptAsync(receipt, TestContext.Current.CancellationToken));
        await Traces.DeliverAsync(portal);
        var entries = await portal.Services.GetRequiredService<ErasureRegister>().ReadAsync(null, TestContext.Current.CancellationToken);
        var entry = entries.ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(Path.Combine(portal.Folder, ErasureRegister.Name), TestContext.Current.CancellationToken)).ShouldNotContain(Mark, Case.Insensitive);

        // What a backup brings back.
        await portal.TamperAsync($"UPDATE \"Submission\" SET \"ErasedUtc\" = NULL, \"State\" = 'Queued', \"DisplayName\" = '{Name}' WHERE \"Id\" = '{entry.Id}'");
        (await portal.AsSystemAsync(s => s.GetServices<IErasureReplay>().Single(r => r.Kind == entry.Kind).EraseAgainAsync(entry, TestContext.Current.CancellationToken))).ShouldBeTrue();
        (await portal.AsSystemAsync(s => s.GetServices<IErasureReplay>().Single(r => r.Kind == entry.Kind).EraseAgainAsync(entry, TestContext.Current.CancellationToken))).ShouldBeFalse();
        (await TableDump.OfAsync(portal)).ShouldNotContain(Name);
    }

    [Fact]
    public async Task The_holder_of_a_receipt_takes_along_all_that_is_kept_to_be_read_by_programs_and_by_people()
    {
        await using var portal = await StartAsync();
        var receipt = await SendAsync(portal);
        await (await Moderator.Async(portal)).DecideAsync(Body, "decline", "off-topic", Note);

        using var answer = await portal.NewClient().PostFormAsync("/sr/receipt/data", [KeyValuePair.Create("receipt", receipt)]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var data = JsonNode.Parse(Read(zip, "data.json"))!;
        var page = Read(zip, "data.html");

        ((string)data["texts"]![0]!["body"]!, (string)data["displayName"]!, (string)data["email"]!, (string)data["decisions"]![0]!["note"]!).ShouldBe((Body, Name, Address, Note));
        ((string)data["consent"]!["consentVersion"]!).ShouldBe(ApiGuest.Consent);
        foreach (var kept in new[] { Body, Name, Organisation, Address, Note }) page.ShouldContain(kept);
        page.ShouldContain("<html lang=\"sr-Cyrl\">");
        foreach (var label in new[] { "Текстови", "Организација у чије име пишете", "Није објављено", "О вама" }) page.ShouldContain(label);
        using var unknown = await portal.NewClient().PostFormAsync("/sr/receipt/data", [KeyValuePair.Create("receipt", "0000")]);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_read_and_what_is_for_programs_says_the_same()
    {
        await using var portal = await StartAsync();
        var receipt = await SendAsync(portal);
        var answer = await new Respondent(portal).PostAsync(Respondent.Fewest(("anything-else", Respondent.Wrote("Two lines,\nand <marks> & signs."))));
        foreach (var code in new[] { receipt, (string)(await TestPortal.JsonAsync(answer))["receipt"]! })
        {
            using var file = await portal.Client.PostFormAsync("/en/receipt/data", [KeyValuePair.Create("receipt", code)]);
            using var zip = new ZipArchive(await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Read(zip, "data.html").Replace("<br>", "\n", StringComparison.Ordinal));
            var shown = page.QuerySelectorAll("dd, li").Where(e => e.Children.Length == 0).Select(e => e.TextContent).ToList();
            var values = Leaves(JsonNode.Parse(Read(zip, "data.json"))!).ToList();
            // Instants, yes and no, and names of fixed lists are said in words; all else stands as it is.
            shown.Count.ShouldBe(values.Count);
            shown.ShouldNotContain(s => System.Text.RegularExpressions.Regex.IsMatch(s, @"^\d{4}-\d\d-\d\dT", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), "instants are said as people say them");
            values.Count(v => !shown.Contains(v.Value, StringComparer.Ordinal) && !v.Name.EndsWith("Utc", StringComparison.Ordinal) && v.Name is not ("state" or "channel" or "decision" or "happened" or "ageBand" or "language" or "keptFromPublic")).ShouldBe(0);
        }
    }

    static IEnumerable<(string Name, string Value)> Leaves(JsonNode node, string name = "") => node switch
    {
        JsonObject members => members.Where(m => m.Value is not null).SelectMany(m => Leaves(m.Value!, m.Key)),
        JsonArray items => items.SelectMany(i => Leaves(i!, name)),
        _ => [(name, node.ToString())],
    };

    [Fact]
    public async Task Who_erases_by_whatever_way_is_told_no_more_and_leaves_nothing_that_stands_behind_it()
    {
        await using var portal = await StartAsync();
        var desk = new ModerationDesk(portal);
        var (same, receipt) = (await desk.ReceiveAsync("The lamp is dark, also here."), await SendAsync(portal));
        var id = await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.Body == Body).Select(v => v.SubmissionId).SingleAsync(TestContext.Current.CancellationToken));
        await desk.DecidedAsync("arta", id, Step.Publish);
        await desk.DecidedAsync("arta", same, Step.Merge, mergeInto: id);
        (await portal.ReadAsync(db => db.Followers.CountAsync(f => f.ProtectedAddress != null, TestContext.Current.CancellationToken))).ShouldBe(1);

        using var erased = await portal.Client.AskAsync(HttpMethod.Delete, $"/api/v1/receipts/{receipt}", null);
        erased.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await portal.ReadAsync(db => db.Followers.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
        (await desk.StateAsync(same)).ShouldBe(SubmissionState.Queued);
        (await portal.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_signed_in_is_not_joined_to_the_comment_of_a_guest_by_acting_with_its_receipt()
    {
        await using var portal = await StartAsync();
        var receipt = await SendAsync(portal);
        using var browser = await portal.SignedInAsync("nina");
        using (var edited = await browser.PostFormAsync("/en/receipt/save", new Form { ["receipt"] = receipt, ["version"] = "1", ["body"] = "Another text." })) edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var withdrawn = await browser.PostFormAsync("/en/receipt/withdraw", new Form { ["receipt"] = receipt, ["sure"] = "yes" })) withdrawn.StatusCode.ShouldBe(HttpStatusCode.OK);
        var trail = await portal.ReadAsync(db => db.AuditTrail.Where(a => a.Category == "Submission" && a.Name != "Imported").ToListAsync(TestContext.Current.CancellationToken));
        trail.Select(a => a.Name).ShouldBe(["Received", "Edited", "Withdrawn"], ignoreOrder: true);
        trail.ShouldAllBe(a => a.UserId == null && a.UserName == null);
    }

    [Fact]
    public async Task The_clock_of_a_consultation_goes_on_when_it_is_not_public_any_more()
    {
        await using var portal = await StartAsync();
        await SendAsync(portal);
        await (await Moderator.Async(portal)).DecideAsync(Body, "decline", "off-topic");
        var (_, closes) = await Planned.OfAsync(portal, Participant.OpenConsultation);
        portal.Clock.Advance(closes.AddDays(1) - portal.Clock.GetUtcNow().UtcDateTime);
        foreach (var item in await portal.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == Participant.OpenConsultation && i.PublishedVersionId != null).Select(i => i.ContentItemId).ToListAsync(TestContext.Current.CancellationToken)))
            (await portal.AsSystemAsync(s => s.GetRequiredService<UnpublishContentItem>().RunAsync(item, TestContext.Current.CancellationToken))).Problem.ShouldBeNull();

        portal.Clock.Advance(TimeSpan.FromDays(24 * 31));
        await portal.RunJobAsync<RetentionClock>();
        (await TableDump.OfAsync(portal)).ShouldNotContain("Zyxwortbody");
    }

    [Fact]
    public async Task Who_is_signed_in_takes_along_what_is_theirs_and_erases_it()
    {
        await using var portal = await StartAsync();
        var author = await portal.ProgramAsync("fiq", "content");
        var ticket = await new ApiGuest(portal).TicketAsync();
        using (var sent = await author.PostObjectAsync($"/api/v1/consultations/{Participant.OpenConsultation}/submissions", new { culture = "en", sectionId = Participant.Section, body = Body, displayName = Name, consent = ApiGuest.Consent, ticket })) sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        var written = await portal.AsAsync("fiq", s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", Editing.Text("Begun here")), TestContext.Current.CancellationToken));
        await portal.PublishAsync(written.Value.ContentItemId);
        using var browser = await portal.SignedInAsync("fiq");
        var page = await portal.PageAsync("/account/data", browser);

        using var file = await browser.PostFormAsync("/account/data/download", new Form { ["__RequestVerificationToken"] = page.TokenOf() });
        using (var zip = new ZipArchive(await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)))
        {
            Read(zip, "data.json").ShouldSatisfyAllConditions(d => d.ShouldContain(Body), d => d.ShouldContain("fiq@example.org"), d => d.ShouldContain("MemberEditor"), d => d.ShouldContain("\"language\": \"en\""), d => d.ShouldNotContain("arta"));
            Read(zip, "data.html").ShouldSatisfyAllConditions(d => d.ShouldContain("Decisions on my comments"), d => d.ShouldNotContain("comment-decided"), d => d.ShouldContain("Member editor"), d => d.ShouldNotContain("MemberEditor"), d => d.ShouldContain("<dd>English</dd>"));
            var account = JsonNode.Parse(Read(zip, "data.json"))!["account"]!;
            (string.IsNullOrEmpty((string?)account["organisationName"])).ShouldBeFalse();
            account["record"]!.AsArray().Select(e => ((string)e!["kind"]!, (string)e["what"]!)).ShouldContain(("Content", "Created"), "keys for programs");
            var labels = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Read(zip, "data.html")).QuerySelectorAll("dt");
            labels.ShouldAllBe(label => char.IsUpper(label.TextContent[0]), "no member has only its name for programs");
            var record = labels.Single(t => t.TextContent == "What the record says that you did").NextElementSibling!;
            record.QuerySelectorAll("li").Select(e => e.TextContent).ShouldContain(e => e.Contains("begun", StringComparison.Ordinal) && e.Contains("Begun here", StringComparison.Ordinal), "the words of the audit trail");
            record.TextContent.ShouldNotContain("Created");
        }

        using (var unsure = await browser.PostFormAsync("/account/data/erase", new Form { ["__RequestVerificationToken"] = page.TokenOf() })) unsure.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var erased = await browser.PostFormAsync("/account/data/erase", new Form { ["sure"] = "true", ["__RequestVerificationToken"] = page.TokenOf() })) erased.StatusCode.ShouldBe(HttpStatusCode.OK);
        var left = await TableDump.OfAsync(portal);
        left.ShouldNotContain("Zyxwortbody");
        left.ShouldNotContain(Name);
        (await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.AuthorUserId != null))).ShouldBe(0);
    }

    static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}

public sealed class ErasureTestsOnPostgres : ErasureTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
