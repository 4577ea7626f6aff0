using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.IntegrationTests.TransparencyLog;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.Questionnaires.Models;

namespace Portal.IntegrationTests.Questionnaires;

public abstract class AnsweringTests(TestPortal portal)
{
    [Fact]
    public async Task A_moderator_sees_every_box_that_was_ticked_and_the_receipt_speaks_of_answers()
    {
        var citizen = new Respondent(portal);
        const string words = "Seen by moderators with all that was ticked.";
        var code = await citizen.ReceiptAsync(await citizen.ToCheckAsync("fire", ("anything-else", words)));
        var id = await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.Body.Contains(words)).Select(v => v.SubmissionId).SingleAsync(TestContext.Current.CancellationToken));

        var arta = await portal.SignedInAsync("arta");
        var page = await portal.PageAsync($"/admin/moderation/{id}", arta);
        var ticked = page.QuerySelectorAll(".moderated-answers dt").ToDictionary(t => t.TextContent, t => t.NextElementSibling!.TextContent, StringComparer.Ordinal);
        ticked.Values.ShouldContain("No");
        ticked.Values.ShouldContain(words);
        ticked.Count.ShouldBeGreaterThan(3);
        (await portal.PageAsync("/admin/moderation", arta)).QuerySelectorAll(".queue-item").Single(i => i.TextContent.Contains(words, StringComparison.Ordinal)).QuerySelector(".where")!.TextContent.ShouldContain("Answers to the questionnaire");

        var receipt = await new Participant(portal, "en").ReceiptPageAsync(code);
        receipt.QuerySelector(".receipt-from")!.TextContent.ShouldBe("Receipt for your answers");
        receipt.QuerySelector(".receipt")!.TextContent.ShouldNotContain("comment");

        // What they agreed to has a name, is read again on the page of such texts, and goes with their data.
        var agreed = receipt.QuerySelector(".receipt a[href*='/consent#']")!;
        agreed.TextContent.ShouldStartWith("For answers to questionnaires");
        var text = (await portal.PageAsync("/en/consent")).GetElementById(agreed.GetAttribute("href")!.Split('#')[1])!.ParentElement!.QuerySelector("blockquote")!.TextContent.Trim();
        ((string)(await portal.Client.ObjectAsync($"/api/v1/receipts/{code}/data"))["consent"]!["agreedTo"]!).ShouldBe(text);
    }

    [Fact]
    public async Task Many_answers_from_one_connection_lead_to_a_question_and_nothing_is_lost()
    {
        var village = new Respondent(portal, browser: portal.NewClient("203.0.113.77"));
        for (var i = 0; i < 12; i++) await village.ReceiptAsync(await village.ToCheckAsync());
        using var asked = await village.SendAsync(await village.ToCheckAsync("fire", ("anything-else", "One villager more.")), ("onBehalfOf", "The village"));
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(asked);
        page.QuerySelector("[role=alert] a[href='#answer']").ShouldNotBeNull();
        page.QuerySelector("#onBehalfOf")!.GetAttribute("value").ShouldBe("The village");
        page.QuerySelector(".check-answers")!.TextContent.ShouldContain("One villager more.");

        using var wrong = await village.SendAsync(page, ("answer", "no idea"));
        var next = await TestPortal.ParseAsync(wrong);
        var challenge = next.QuerySelector("#challenge")!;
        using var passed = await village.SendAsync(next, ("proof", AbuseTests.Solve(challenge.GetAttribute("data-seed")!, int.Parse(challenge.GetAttribute("data-bits")!, System.Globalization.CultureInfo.InvariantCulture))));
        passed.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var api = await portal.NewClient("203.0.113.77").PostObjectAsync("/api/v1/consultations/consultation-safety-action-plan/responses", new { culture = "en", version = 1, answers = Respondent.Fewest(), consent = Respondent.Consent, ticket = await new ApiGuest(portal).TicketAsync(null) });
        (await Asking.ProblemAsync(api, HttpStatusCode.BadRequest))["errors"]!["answer"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_citizen_answers_page_by_page_and_keeps_a_receipt()
    {
        var citizen = new Respondent(portal);
        var first = await citizen.StartAsync();
        first.QuerySelector("h1")!.TextContent.ShouldBe("What should change first?");
        var second = await citizen.NextAsync(first, ("municipality", "mun-ferizaj"), ("feel-safe", "4"));
        second.QuerySelector(".step")!.TextContent.ShouldContain("Page 2 of 3");

        var third = await citizen.NextAsync(second, ("priorities", "fire"), ("priorities", "other"), ("priorities.text", "Clean the stream before autumn."), ("child-alone", "no"), ("child-alone.text", "There is no pavement."), ("minutes-bus", "12,5"));
        var check = await citizen.NextAsync(third, ("council-known", "no"), ("anything-else", "The hydrant has been dry for years."));
        var said = check.QuerySelector(".check-answers")!.TextContent;
        said.ShouldContain("Ferizaj/Uroševac");
        said.ShouldContain("12.5 minutes");
        said.ShouldNotContain("How did you hear of it?");
        var draft = Portal.Questionnaires.Drafts.DraftCode.Hash(check.QuerySelector("input[name=draft]")!.GetAttribute("value")!);
        (await portal.ReadAsync(db => db.ResponseDrafts.CountAsync(d => d.CodeHash == draft, TestContext.Current.CancellationToken))).ShouldBe(1);
        var code = await citizen.ReceiptAsync(check);

        var hash = ReceiptCode.Hash(code);
        var submission = await portal.ReadAsync(db => db.Submissions.AsNoTracking().SingleAsync(s => s.ReceiptHash == hash, TestContext.Current.CancellationToken));
        (submission.State, submission.Channel, submission.QuestionnaireVersion, submission.SectionId, submission.ConsentVersion).ShouldBe((SubmissionState.Queued, "web", 1, null, Respondent.Consent));
        var response = await portal.ReadAsync(db => db.QuestionnaireResponses.AsNoTracking().SingleAsync(r => r.SubmissionId == submission.Id, TestContext.Current.CancellationToken));
        response.Json.ShouldNotContain("hydrant", customMessage: "words stand in the submission's text only");
        FormJson.ReadAnswers(response.Json)["priorities"].Choices.ShouldBe(["fire", "other"]);
        (await portal.ReadAsync(db => db.ResponseDrafts.CountAsync(d => d.CodeHash == draft, TestContext.Current.CancellationToken))).ShouldBe(0);

        // In the queue: what was written, in the order of the questionnaire, below its questions.
        await (await Moderator.Async(portal)).FindAsync("What should the plan take care of first?\nClean the stream before autumn.\n\nWould you let a child of eight walk to school alone?\nThere is no pavement.\n\nIs there anything else that the municipality should know?\nThe hydrant has been dry for years.");
    }

    [Fact]
    public async Task Somebody_who_wrote_nothing_in_their_own_words_waits_for_nobody()
    {
        var code = await new Respondent(portal).ReceiptAsync(await new Respondent(portal).ToCheckAsync());
        var hash = ReceiptCode.Hash(code);
        (await portal.ReadAsync(db => db.Submissions.Where(s => s.ReceiptHash == hash).Select(s => s.State).SingleAsync(TestContext.Current.CancellationToken))).ShouldBe(SubmissionState.Published);
    }

    [Fact]
    public async Task An_answer_is_never_shown_among_the_comments()
    {
        var citizen = new Respondent(portal);
        await citizen.ReceiptAsync(await citizen.ToCheckAsync("fire", ("anything-else", "Not a comment, an answer.")));
        await (await Moderator.Async(portal)).DecideAsync("Is there anything else that the municipality should know?\nNot a comment, an answer.", "publish");
        var page = await portal.PageAsync(await new Participant(portal, "en").ConsultationPathAsync());
        page.Body!.TextContent.ShouldNotContain("Not a comment, an answer.");
        page.QuerySelector(".questionnaire-card .button")!.GetAttribute("href").ShouldBe("/en/questionnaire/consultation-safety-action-plan");
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_beside_the_question_and_everything_typed_comes_back()
    {
        var citizen = new Respondent(portal);
        var (status, page) = await citizen.PressAsync(await citizen.StartAsync(), "next", ("municipality", "mun-shtime"));
        status.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#q-feel-safe");
        page.QuerySelector("#w-feel-safe .field-error")!.TextContent.ShouldContain("Choose an answer.");
        page.QuerySelector("#q-municipality option[selected]")!.GetAttribute("value").ShouldBe("mun-shtime");

        var second = await citizen.NextAsync(page, ("feel-safe", "4"));
        var (again, wrong) = await citizen.PressAsync(second, "next", ("priorities", "fire"), ("priorities", "lighting"), ("priorities", "stray-dogs"), ("priorities", "way-to-school"), ("minutes-bus", "many"));
        again.ShouldBe(HttpStatusCode.BadRequest);
        wrong.QuerySelector("#w-priorities .field-error")!.TextContent.ShouldContain("Choose at most 3.");
        wrong.QuerySelector("#q-minutes-bus")!.GetAttribute("value").ShouldBe("many");
        wrong.QuerySelectorAll("#w-priorities input[checked]").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Without_scripts_a_question_that_an_answer_opens_is_asked_before_going_on()
    {
        var citizen = new Respondent(portal);
        var first = await citizen.StartAsync();
        first.QuerySelector("#w-unsafe-where")!.HasAttribute("hidden").ShouldBeTrue();
        var again = await citizen.NextAsync(first, ("feel-safe", "1"));
        again.QuerySelector("[role=status]")!.TextContent.ShouldContain("further questions");
        again.QuerySelector("#w-unsafe-where")!.HasAttribute("hidden").ShouldBeFalse();
        (await citizen.NextAsync(again, ("unsafe-where", "Behind the old station."))).QuerySelector(".step")!.TextContent.ShouldContain("Page 2");
    }

    [Fact]
    public async Task What_was_answered_before_a_condition_was_undone_is_not_sent()
    {
        var citizen = new Respondent(portal);
        var opened = await citizen.NextAsync(await citizen.StartAsync(), ("feel-safe", "1"));
        var second = await citizen.NextAsync(opened, ("unsafe-where", "Nobody shall read this."));
        var (_, back) = await citizen.PressAsync(second, "back");
        second = await citizen.NextAsync(back, ("feel-safe", "5"));
        var check = await citizen.NextAsync(await citizen.NextAsync(second, ("priorities", "fire")), ("council-known", "no"));
        check.Body!.TextContent.ShouldNotContain("Nobody shall read this.");
        var hash = ReceiptCode.Hash(await citizen.ReceiptAsync(check));
        (await portal.ReadAsync(db => (from s in db.Submissions join v in db.SubmissionVersions on s.Id equals v.SubmissionId where s.ReceiptHash == hash select v.Body).SingleAsync(TestContext.Current.CancellationToken))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_are_kept_under_a_draft_code_and_gone_on_with_elsewhere()
    {
        var citizen = new Respondent(portal);
        var second = await citizen.NextAsync(await citizen.StartAsync(), ("feel-safe", "3"));
        var (_, saved) = await citizen.PressAsync(second, "save", ("priorities", "other"), ("priorities.text", "A secret wish"));
        var code = string.Join('-', saved.QuerySelectorAll(".receipt-code span:not(.visually-hidden)").Select(s => s.TextContent.Trim()));
        code.ShouldStartWith("D-");

        // At rest nobody can read it: neither the words nor the code stand in the database.
        var hash = Portal.Questionnaires.Drafts.DraftCode.Hash(code);
        var row = await portal.ReadAsync(db => db.ResponseDrafts.AsNoTracking().SingleAsync(d => d.CodeHash == hash, TestContext.Current.CancellationToken));
        Encoding.UTF8.GetString(row.Sealed).ShouldNotContain("secret");
        row.CodeHash.ShouldNotContain(code[2..6], Case.Insensitive);

        using var answer = await portal.NewClient().PostFormAsync("/sq/questionnaire/consultation-safety-action-plan/resume", [KeyValuePair.Create("draft", code.ToLowerInvariant())]);
        var resumed = await TestPortal.ParseAsync(answer);
        resumed.DocumentElement.GetAttribute("lang").ShouldBe("sq");
        resumed.QuerySelector("#q-priorities-text")!.GetAttribute("value").ShouldBe("A secret wish", "the page on which they stopped");
        (await citizen.NextAsync(resumed)).QuerySelector("#w-council-known").ShouldNotBeNull();

        using var unknown = await portal.Client.PostFormAsync("/en/questionnaire/consultation-safety-action-plan/resume", [KeyValuePair.Create("draft", Portal.Questionnaires.Drafts.DraftCode.New())]);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_changes_answers_begins_with_those_that_were_sent_which_are_withdrawn_when_the_new_ones_are()
    {
        var citizen = new Respondent(portal);
        const string address = "changes-answers@example.org";
        var first = await citizen.ReceiptAsync(await citizen.ToCheckAsync("fire", ("anything-else", "Said first, to be changed.")), ("email", address));
        var receipt = await new Participant(portal, "en").ReceiptPageAsync(first);
        receipt.QuerySelector(".own-answers")!.ParentElement!.TextContent.ShouldContain("Said first, to be changed.");
        var change = receipt.QuerySelector("form[action$='/change']")!.GetAttribute("action")!;

        using var begun = await citizen.Browser.PostFormAsync(change, [KeyValuePair.Create("receipt", first)]);
        var page = await TestPortal.ParseAsync(begun);
        page.QuerySelector("[name='a.feel-safe'][value='4']")!.HasAttribute("checked").ShouldBeTrue();
        (await StateAsync(first)).ShouldBe("queued", "Nothing is withdrawn by looking.");
        var last = await citizen.NextAsync(await citizen.NextAsync(page, ("feel-safe", "5")));
        last.QuerySelector("#q-anything-else")!.TextContent.ShouldContain("Said first, to be changed.");
        var check = await citizen.NextAsync(last, ("anything-else", "Said first, to be changed: at last."));
        var second = await citizen.ReceiptAsync(check, ("email", address));

        second.ShouldNotBe(first);
        (await StateAsync(first)).ShouldBe("withdrawn");
        (await StateAsync(second)).ShouldBe("queued");
        (await citizen.ReceiptAsync(check, ("email", address))).ShouldBe(second, "pressed twice");
        using var again = await citizen.Browser.PostFormAsync(change, [KeyValuePair.Create("receipt", first)]);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // What they replace is no reason to call them a copy, and whoever left an address goes on hearing of the consultation.
        var hash = ReceiptCode.Hash(second);
        (await portal.ReadAsync(db => (from l in db.SubmissionLabels join s in db.Submissions on l.SubmissionId equals s.Id where s.ReceiptHash == hash select l).CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
        (await portal.ReadAsync(db => db.Followers.CountAsync(f => f.TookPart && f.ProtectedAddress != null, TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task New_answers_and_the_withdrawal_of_the_earlier_ones_happen_both_or_neither()
    {
        var citizen = new Respondent(portal);
        var first = await citizen.ReceiptAsync(await citizen.ToCheckAsync("fire", ("anything-else", "Stays as long as nothing takes its place.")));
        var taken = await citizen.ToCheckAsync("fire", ("anything-else", "The ticket of this one is used twice."));
        await citizen.ReceiptAsync(taken);
        var check = await ChangedAsync(first, "Not kept, for the ticket was used.");

        // That the receipt is taken comes out when the new answers are written, after the earlier ones were withdrawn.
        using (await citizen.SendAsync(check, ("ticket", taken.QuerySelector("input[name=ticket]")!.GetAttribute("value")!))) (await StateAsync(first)).ShouldBe("queued");
        var tabs = (await ChangedAsync(first, "Now they take its place."), await ChangedAsync(first, "In another tab."));
        (await citizen.ReceiptAsync(tabs.Item1)).ShouldNotBe(first);
        (await StateAsync(first)).ShouldBe("withdrawn");
        // Its place is taken once. Who sends once more is told so, and then counts on their own.
        using (var refused = await citizen.SendAsync(tabs.Item2))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var told = await TestPortal.ParseAsync(refused);
            told.QuerySelector("[role=alert]")!.TextContent.ShouldContain("count on their own");
            await CountAsync("In another tab.", 0);
            await citizen.ReceiptAsync(told);
            await CountAsync("In another tab.", 1);
        }

        // What can no longer be withdrawn is not replaced: otherwise both would count.
        var second = await citizen.ReceiptAsync(await citizen.ToCheckAsync("fire", ("anything-else", "Shall expire meanwhile.")));
        check = await ChangedAsync(second, "Not kept, for the other one had an end.");
        var hash = ReceiptCode.Hash(second);
        await portal.TamperAsync($"UPDATE \"Submission\" SET \"State\" = 'Expired', \"WaitsSinceUtc\" = NULL WHERE \"ReceiptHash\" = '{hash}'");
        using (var refused = await citizen.SendAsync(check))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await TestPortal.ParseAsync(refused)).QuerySelector(".check-answers")!.TextContent.ShouldContain("Not kept, for the other one had an end.");
        }

        await CountAsync("Not kept", 0);
        (await portal.VerifyAsync()).Faults.ShouldBeEmpty();

        async Task CountAsync(string words, int times) => (await portal.ReadAsync(db => db.SubmissionVersions.CountAsync(v => v.Body.Contains(words), TestContext.Current.CancellationToken))).ShouldBe(times);
        async Task<IHtmlDocument> ChangedAsync(string receipt, string words)
        {
            using var begun = await citizen.Browser.PostFormAsync($"{citizen.Address}/change", [KeyValuePair.Create("receipt", receipt)]);
            var last = await citizen.NextAsync(await citizen.NextAsync(await TestPortal.ParseAsync(begun)));
            return await citizen.NextAsync(last, ("anything-else", words));
        }
    }

    async Task<string> StateAsync(string code) => (string)(await portal.Client.ObjectAsync($"/api/v1/receipts/{code}"))["state"]!;

    [Fact]
    public async Task Pressing_send_twice_gives_the_same_receipt_and_one_submission()
    {
        var citizen = new Respondent(portal);
        var check = await citizen.ToCheckAsync("fire", ("anything-else", "Pressed twice."));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await citizen.ReceiptAsync(check)));
        answers.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await portal.ReadAsync(db => db.SubmissionVersions.CountAsync(v => v.Body.Contains("Pressed twice."), TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Without_consent_nothing_is_taken_and_the_answers_stay()
    {
        var citizen = new Respondent(portal);
        using var refused = await citizen.SendAsync(await citizen.ToCheckAsync(), ("consent", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(refused);
        page.QuerySelector("#consent")!.GetAttribute("aria-invalid").ShouldBe("true");
        await citizen.ReceiptAsync(page);
    }
}

public sealed class AnsweringTestsOnSqlite(SharedPortal shared) : AnsweringTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class AnsweringTestsOnPostgres(SharedPostgresPortal shared) : AnsweringTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
