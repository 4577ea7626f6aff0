using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation;
using Portal.Moderation.Models;
using Portal.Questionnaires;
using Portal.Questionnaires.Models;
using Form = Portal.IntegrationTests.Hosting.Form;

namespace Portal.IntegrationTests.Participation;

/// <summary>What came on paper, at meetings or by e-mail, as staff enter it.</summary>
public sealed class OfflineEntryTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Set = Participant.OpenConsultation, Root = $"/admin/consultations/{Set}/entries";

    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_form_becomes_a_submission_with_its_day_and_channel_a_slip_to_hand_out_and_a_scan_for_moderators_only()
    {
        var nina = await portal.SignedInAsync("nina");
        var day = await DayAsync(portal);
        using var entered = await EnterAsync(nina, "Rruga te tregu është e errët.", ("language", "sq"), ("sectionId", "plan-s3"), ("receivedOn", day), ("displayName", "Banor"), ("ageBand", "60-plus"));
        entered.StatusCode.ShouldBe(HttpStatusCode.OK);
        var slip = (await TestPortal.ParseAsync(entered)).QuerySelectorAll(".slip").ShouldHaveSingleItem();
        slip.GetAttribute("lang").ShouldBe("sq");
        slip.TextContent.ShouldContain("Pranuar më");
        var code = string.Join('-', slip.QuerySelectorAll(".receipt-code span").Select(s => s.TextContent));

        var receipt = await new Participant(portal, "sq").ReceiptPageAsync(code);
        receipt.QuerySelector(".receipt dl")!.TextContent.ShouldContain("Në pritje të moderimit");
        var submission = await FindAsync("Rruga te tregu është e errët.");
        (submission.Channel, submission.ConsentVersion, submission.SectionId, submission.AuthorUserId).ShouldBe(("paper", Consent.Offline, "plan-s3", null));
        submission.WaitsSinceUtc!.Value.ShouldBe(portal.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(1), "Moderators' time does not run from the day on the form.");
        submission.ReceivedUtc.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);

        var page = await portal.PageAsync($"/admin/moderation/{submission.Id}", await portal.SignedInAsync("arta"));
        page.QuerySelector(".meta")!.TextContent.ShouldContain("on paper, entered by nina");
        (await portal.Client.ObjectAsync($"/api/v1/consultations/{Set}/moderation"))["channels"]!.AsArray().Select(c => (string)c!["channel"]!).ShouldContain("paper");
    }

    /// <summary>The questions are put in the language of the form; nobody can be asked again for what was left out.</summary>
    [Fact]
    public async Task A_questionnaire_that_was_answered_on_paper_is_entered_counted_and_moderated_like_any_other()
    {
        var nina = await portal.SignedInAsync("nina");
        var overview = await portal.PageAsync(Root, nina);
        overview.QuerySelector($"a[href='{Root}/answers']").ShouldNotBeNull();
        overview.QuerySelector(".admin-rail [aria-current]")!.GetAttribute("href").ShouldBe("/admin/consultations/entries");
        var before = await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.QuestionnaireVersion != null, Cancel));
        var form = await AnswersAsync(nina, "sr", ("a.priorities", "lighting"), ("a.lighting-where", "Код школе на папиру."));
        using var entered = await nina.PostFormAsync($"{Root}/answers", form);
        entered.StatusCode.ShouldBe(HttpStatusCode.OK);
        var slip = await TestPortal.ParseAsync(entered);
        slip.QuerySelectorAll(".slip").ShouldHaveSingleItem().GetAttribute("lang").ShouldBe("sr-Cyrl");
        using (var again = await nina.PostFormAsync($"{Root}/answers", form)) Codes(await TestPortal.ParseAsync(again)).ShouldBe(Codes(slip));

        var body = await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.Body.Contains("Код школе на папиру.")).SingleAsync(Cancel));
        var submission = await portal.ReadAsync(db => db.Submissions.AsNoTracking().SingleAsync(s => s.Id == body.SubmissionId, Cancel));
        (submission.Channel, submission.State, submission.Culture, submission.ConsentVersion).ShouldBe(("paper", SubmissionState.Queued, "sr", ResponseConsent.Version));
        (await portal.PageAsync($"/admin/moderation/{submission.Id}", await portal.SignedInAsync("arta"))).QuerySelector("main")!.TextContent.ShouldContain("Код школе на папиру.");

        // Nobody wrote a word: it counts at once.
        using var wordless = await nina.PostFormAsync($"{Root}/answers", await AnswersAsync(nina, "sq", ("a.feel-safe", "4")));
        wordless.StatusCode.ShouldBe(HttpStatusCode.OK);
        var counted = await TestPortal.ParseAsync(wordless);
        counted.QuerySelector("[role=status]")!.TextContent.ShouldContain("It counts already");
        counted.QuerySelector("a[data-key=c]")!.GetAttribute("href").ShouldStartWith($"{Root}/answers?channel=paper&receivedOn=");
        (await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.QuestionnaireVersion != null, Cancel))).ShouldBe(before + 2);
        (await portal.ReadAsync(db => db.OfflineEntries.Join(db.Submissions, e => e.SubmissionId, s => s.Id, (_, s) => s).Where(s => s.QuestionnaireVersion != null && s.Culture == "sq").Select(s => s.State).SingleAsync(Cancel))).ShouldBe(SubmissionState.Published);
    }

    [Fact]
    public async Task What_cannot_stand_on_an_answered_questionnaire_is_named_and_everything_else_stays()
    {
        var nina = await portal.SignedInAsync("nina");
        using var nothing = await nina.PostFormAsync($"{Root}/answers", await AnswersAsync(nina, "en"));
        nothing.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        // Where it is dark is asked only of those who want light.
        using var refused = await nina.PostFormAsync($"{Root}/answers", await AnswersAsync(nina, "en", ("a.priorities", "fire"), ("a.lighting-where", "Kept as typed."), ("receivedOn", "")));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(refused);
        page.QuerySelector("[role=alert] a[href='#q-lighting-where']").ShouldNotBeNull();
        page.QuerySelector("#q-lighting-where-error, #w-lighting-where .error").ShouldNotBeNull();
        page.QuerySelector("#q-lighting-where")!.OuterHtml.ShouldContain("Kept as typed.");
        page.QuerySelector("[name='a.priorities'][value=fire]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task An_answered_questionnaire_is_entered_on_a_form_that_speaks_the_language_of_the_paper_throughout()
    {
        var nina = await portal.SignedInAsync("nina");
        using var refused = await nina.PostFormAsync($"{Root}/answers", await AnswersAsync(nina, "sr", ("a.feel-safe", "9")));
        var page = await TestPortal.ParseAsync(refused);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Enter an answered questionnaire");
        page.QuerySelector("[role=alert] a")!.TextContent.ShouldNotContain("Изаберите", customMessage: "staff are told in their own language what is wrong");
        var asked = page.QuerySelector(".questionnaire")!;
        asked.QuerySelectorAll("#w-council-known .choice").Select(c => c.TextContent.Trim()).ShouldBe(["Да", "Не"]);
        System.Text.RegularExpressions.Regex.Matches(asked.TextContent, "[A-Za-z]{3,}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_in_the_answers_and_beside_them_is_said_at_once()
    {
        var nina = await portal.SignedInAsync("nina");
        using var refused = await nina.PostFormAsync($"{Root}/answers", await AnswersAsync(nina, "en", ("a.feel-safe", "9"), ("receivedOn", "2020-01-01"), ("channel", ""), ("email", "nobody")));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var said = await TestPortal.ParseAsync(refused);
        said.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")).ShouldBe(["#channel", "#receivedOn", "#q-feel-safe", "#email"], "in the order of the page");
        var asked = said.QuerySelector("[role=alert] a[href='#q-feel-safe'] [lang=en]")!.TextContent;
        asked.ShouldEndWith("?");
        said.QuerySelector("#w-feel-safe legend")!.TextContent.Trim().ShouldStartWith(asked);
    }

    [Fact]
    public async Task Many_answered_questionnaires_are_entered_from_one_file_in_keys_or_in_the_words_of_the_form()
    {
        var nina = await portal.SignedInAsync("nina");
        var day = await DayAsync(portal);
        const string path = $"{Root}/answers/import";
        using (var example = await nina.AskAsync($"{Root}/answers/example.csv"))
        {
            var file = await example.Content.ReadAsStringAsync(Cancel);
            using var looked = await ImportAsync(nina, file.Replace("form-001.pdf", "", StringComparison.Ordinal), path);
            looked.StatusCode.ShouldBe(HttpStatusCode.OK, "The file to begin with can be entered as it is.");
        }

        const string columns = "received;channel;language;agreed;organisation;answers.feel-safe;answers.priorities.lighting;answers.lighting-where;answers.priorities.fire;answers.council-known;remarks\r\n";
        using var wrong = await ImportAsync(nina, columns + $"{day};paper;bs;da;;3;1;\"Kod škole,\n a i kod pijace.\";;ne;\r\n2020-01-01;paper;bs;ne;;9;maybe;;1;ne;\r\n{day};paper;sr-Latn;da;;4;;Nobody asked.;1;perhaps;\r\n{day};meeting;bs;da;;;;;;;\r\n", path);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var report = await TestPortal.ParseAsync(wrong);
        report.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector(".field-error") is not null).Select(r => (r.QuerySelector("th")!.TextContent, string.Join(' ', r.QuerySelectorAll(".field-error b").Select(b => b.TextContent)))).ShouldBe(
            [("Line 3", "answers.priorities.lighting answers.feel-safe received agreed"), ("Line 4", "answers.lighting-where answers.council-known"), ("Line 5", "answers")]);
        report.QuerySelectorAll(".notice")[^1].TextContent.ShouldContain("remarks");

        var before = await portal.ReadAsync(db => db.QuestionnaireResponses.CountAsync(Cancel));
        using var preview = await ImportAsync(nina, columns + $"{day};paper;bs;da;;3;1;\"Kod škole,\n a i kod pijace.\";;ne;\r\n{day};meeting;bs;da;;4;;;1;Да;\r\n", path);
        var form = (IHtmlFormElement)(await TestPortal.ParseAsync(preview)).QuerySelector("form[action$='/answers/import/done']")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        using var entered = await nina.PostFormAsync(form.GetAttribute("action")!, fields);
        using var again = await nina.PostFormAsync(form.GetAttribute("action")!, fields);
        var slips = await TestPortal.ParseAsync(entered);
        slips.QuerySelector("[role=status]")!.TextContent.ShouldBe("Entered: 2. Of these, 1 wait for a moderator; the others count already.");
        Codes(await TestPortal.ParseAsync(again)).ShouldBe(Codes(slips));
        (await portal.ReadAsync(db => db.QuestionnaireResponses.CountAsync(Cancel))).ShouldBe(before + 2);
        var kept = await portal.ReadAsync(db => (from r in db.QuestionnaireResponses join s in db.Submissions on r.SubmissionId equals s.Id where s.Culture == "bs" && s.Channel == "meeting" select r.Json).SingleAsync(Cancel));
        kept.ShouldContain("\"yes\"");
        kept.ShouldContain("\"fire\"");
    }

    static async Task<Form> AnswersAsync(HttpClient staff, string language, params (string Name, string Value)[] answers)
    {
        using var answer = await staff.AskAsync($"{Root}/answers?language={language}");
        var page = await TestPortal.ParseAsync(answer);
        page.QuerySelector(".questionnaire")!.GetAttribute("lang").ShouldBe(language == "sr" ? "sr-Cyrl" : language);
        var form = new Form
        {
            ["__RequestVerificationToken"] = page.TokenOf(), ["ticket"] = page.QuerySelector("[name=ticket]")!.GetAttribute("value")!, ["version"] = page.QuerySelector("[name=version]")!.GetAttribute("value")!,
            ["channel"] = "paper", ["language"] = language, ["receivedOn"] = page.QuerySelector("#receivedOn")!.GetAttribute("min")!, ["agreed"] = "yes",
        };
        foreach (var (name, value) in answers) form[name] = value;
        return form;
    }

    [Fact]
    public async Task A_second_click_enters_nothing_twice_and_gives_the_same_receipt()
    {
        var nina = await portal.SignedInAsync("nina");
        var day = await DayAsync(portal);
        var form = await FormAsync(nina, "Twice clicked.", ("receivedOn", day));
        using var first = await nina.PostFormAsync($"{Root}/new", form);
        using var second = await nina.PostFormAsync($"{Root}/new", form);
        Codes(await TestPortal.ParseAsync(second)).ShouldBe(Codes(await TestPortal.ParseAsync(first)));
        (await portal.ReadAsync(db => db.SubmissionVersions.CountAsync(v => v.Body == "Twice clicked.", Cancel))).ShouldBe(1);
    }

    [Theory]
    [InlineData("receivedOn", "2020-01-01", "receivedOn")]
    [InlineData("receivedOn", "", "receivedOn")]
    [InlineData("channel", "web", "channel")]
    [InlineData("agreed", null, "agreed")]
    [InlineData("body", "  ", "body")]
    [InlineData("email", "nobody", "email")]
    public async Task What_is_wrong_is_named_beside_its_field_and_everything_typed_stays(string field, string? value, string named)
    {
        var nina = await portal.SignedInAsync("nina");
        var form = await FormAsync(nina, "Kept as typed.", ("receivedOn", await DayAsync(portal)), ("displayName", "Kept name"));
        if (value is null) form.Remove(field);
        else form[field] = value;
        using var refused = await nina.PostFormAsync($"{Root}/new", form);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(refused);
        page.QuerySelector($"[role=alert] a[href='#{named}']").ShouldNotBeNull();
        page.QuerySelector("#displayName")!.GetAttribute("value").ShouldBe("Kept name");
    }

    [Fact]
    public async Task A_file_is_looked_through_first_and_then_entered_as_a_whole_or_not_at_all()
    {
        await using var own = await TestPortal.StartAsync();
        var nina = await own.SignedInAsync("nina");
        var day = await DayAsync(own);
        var good = $"received;channel;language;text;agreed;section;name;municipality\r\n{day};paper;sr;\"Поред школе нема; расвете.\";да;2;Комшија;Ferizaj\r\n{day};meeting;bs;Rekli su na sastanku.;yes;;;\r\n";
        var before = await own.ReadAsync(db => db.Submissions.CountAsync(Cancel));

        using var looked = await ImportAsync(nina, good + $"{day};fax;en;By fax.;no;99;;\r\n");
        looked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var report = await TestPortal.ParseAsync(looked);
        report.QuerySelectorAll("tbody tr")[0].QuerySelectorAll(".field-error b").Select(e => e.TextContent).ShouldBe(["section", "channel", "agreed"]);
        report.QuerySelector("form[action$='/import/done']").ShouldBeNull();

        using var preview = await ImportAsync(nina, good);
        preview.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await TestPortal.ParseAsync(preview);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.QuerySelector("tbody")!.TextContent.ShouldContain("Поред школе нема; расвете.");
        (await own.ReadAsync(db => db.Submissions.CountAsync(Cancel))).ShouldBe(before, "Nothing is entered by looking.");

        var form = (IHtmlFormElement)page.QuerySelector("form[action$='/import/done']")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        using var entered = await nina.PostFormAsync(form.GetAttribute("action")!, fields);
        using var again = await nina.PostFormAsync(form.GetAttribute("action")!, fields);
        var slips = await TestPortal.ParseAsync(entered);
        slips.QuerySelectorAll(".slip").Select(s => s.GetAttribute("lang")).ShouldBe(["sr-Cyrl", "bs"]);
        Codes(await TestPortal.ParseAsync(again)).ShouldBe(Codes(slips));
        (await own.ReadAsync(db => db.Submissions.CountAsync(Cancel))).ShouldBe(before + 2);
        (await own.ReadAsync(db => db.SubmissionDemographics.CountAsync(d => d.MunicipalitySet != null, Cancel))).ShouldBePositive();
    }

    [Fact]
    public async Task After_closing_what_was_received_before_can_be_entered_until_the_report_is_there()
    {
        await using var own = await TestPortal.StartAsync();
        await Planned.OpenAsync(own, "papers", "2026-06-10T08:00:00", "2026-06-20T20:00:00", part => part["Reported"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = "2026-07-20T08:00:00" });
        var nina = await own.SignedInAsync("nina");
        own.Clock.Set(new(2026, 6, 25, 10, 0, 0, DateTimeKind.Utc));
        nina = await own.SignedInAsync("nina");
        using var late = await EnterAsync(nina, "Posted in time.", "papers", ("receivedOn", "2026-06-20"));
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var after = await EnterAsync(nina, "Posted too late.", "papers", ("receivedOn", "2026-06-21"));
        after.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        own.Clock.Set(new(2026, 7, 20, 10, 0, 0, DateTimeKind.Utc));
        nina = await own.SignedInAsync("nina");
        using var over = await EnterAsync(nina, "After the report.", "papers", ("receivedOn", "2026-06-20"));
        over.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_may_not_enter_finds_no_page()
    {
        using var guest = await portal.Client.AskAsync(Root);
        guest.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var translator = await (await portal.SignedInAsync("tara")).AskAsync(Root);
        translator.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>A day on which the consultation was open.</summary>
    static async Task<string> DayAsync(TestPortal portal) => (await Planned.OfAsync(portal, Set)).Opens.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static Task<HttpResponseMessage> EnterAsync(HttpClient staff, string body, params (string Name, string Value)[] changes) => EnterAsync(staff, body, Set, changes);

    static async Task<HttpResponseMessage> EnterAsync(HttpClient staff, string body, string set, params (string Name, string Value)[] changes) =>
        await staff.PostFormAsync($"/admin/consultations/{set}/entries/new", await FormAsync(staff, body, set, changes));

    static Task<Form> FormAsync(HttpClient staff, string body, params (string Name, string Value)[] changes) => FormAsync(staff, body, Set, changes);

    static async Task<Form> FormAsync(HttpClient staff, string body, string set, params (string Name, string Value)[] changes)
    {
        using var answer = await staff.AskAsync($"/admin/consultations/{set}/entries/new");
        var page = await TestPortal.ParseAsync(answer);
        var form = new Form
        {
            ["__RequestVerificationToken"] = page.TokenOf(), ["ticket"] = page.QuerySelector("[name=ticket]")!.GetAttribute("value")!,
            ["channel"] = "paper", ["language"] = "en", ["body"] = body, ["agreed"] = "yes",
        };
        foreach (var (name, value) in changes) form[name] = value;
        return form;
    }

    static async Task<HttpResponseMessage> ImportAsync(HttpClient staff, string csv, string path = $"{Root}/import")
    {
        using var answer = await staff.AskAsync(path);
        using var form = new MultipartFormDataContent { { new StringContent((await TestPortal.ParseAsync(answer)).TokenOf()), "__RequestVerificationToken" }, { new ByteArrayContent([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv)]), "file", "entries.csv" } };
        return await staff.AskAsync(HttpMethod.Post, path, form);
    }

    static string[] Codes(IHtmlDocument page) => [.. page.QuerySelectorAll(".slip .receipt-code").Select(c => c.TextContent)];

    Task<Submission> FindAsync(string body) => portal.ReadAsync(db => (from s in db.Submissions.AsNoTracking() join v in db.SubmissionVersions on s.Id equals v.SubmissionId where v.Body == body select s).SingleAsync(Cancel));
}
