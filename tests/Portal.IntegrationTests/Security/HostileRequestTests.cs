using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.IntegrationTests.Questionnaires;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Security;

/// <summary>What somebody tries who means harm.</summary>
public sealed class HostileRequestTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Evil = "evil.example";

    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/en/log/how-to-check")]
    [InlineData("/en/log/heads.atom")]
    [InlineData("/en/feed.atom")]
    [InlineData("/en/consultations/feed.atom")]
    [InlineData("/en/follow/consultation-safety-action-plan/feed.atom")]
    [InlineData("/en")]
    [InlineData("/en/consultations/community-safety-action-plan")]
    public async Task What_one_visitor_says_of_the_host_stands_in_no_other_visitors_page(string path)
    {
        var first = portal.NewClient();
        first.BaseAddress = new($"http://{Evil}");
        using (var poisoned = await first.AskAsync(path)) poisoned.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.Client.TextAsync(path)).ShouldNotContain(Evil);
    }

    [Fact]
    public async Task No_mail_leads_to_the_host_that_a_request_names()
    {
        var (guest, foreign) = (new Participant(portal, "en"), portal.NewClient());
        foreign.BaseAddress = new($"http://{Evil}");
        var before = (await new Mailbox(portal).ReadAsync()).Count;
        using (var followed = await foreign.PostFormAsync("/en/follow", new Form { ["consultation"] = Participant.OpenConsultation, ["email"] = "victim@example.org" })) followed.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        // A receipt goes out, for it has no link.
        var check = await guest.CheckAsync("From a host of somebody else's.");
        var author = new Participant(portal, "en") { Browser = foreign };
        using (var sent = await author.SendAsync(check, ("email", "victim@example.org"))) sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var mails = (await new Mailbox(portal).ReadAsync()).Skip(before).ToList();
        mails.Count.ShouldBe(1);
        mails.ShouldAllBe(m => !m.Contains(Evil, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aLocation:%20https://evil.example")]
    [InlineData("~//evil.example")]
    public async Task Nothing_leads_to_another_site(string to)
    {
        foreach (var path in new[] { $"/choose-culture?culture=sq&to={Uri.EscapeDataString(to)}", $"/choose-culture?culture=sq&to={to}" })
        {
            using var answer = await portal.Client.AskAsync(path);
            var location = answer.Headers.Location?.OriginalString ?? "";
            location.ShouldStartWith("/");
            location.ShouldNotStartWith("//");
            location.ShouldNotStartWith("/\\");
        }
    }

    [Theory]
    [InlineData("/media/../portal.key")]
    [InlineData("/media/..%2fportal.key")]
    [InlineData("/media/%2e%2e/portal.key")]
    [InlineData("/media/..%5cportal.key")]
    [InlineData("/media/portal.key")]
    [InlineData("/en/attachment/..%2f..%2fportal.key")]
    [InlineData("/en/attachment/../portal.key")]
    [InlineData("/themes/forum/..%2f..%2fappsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/portal.db")]
    [InlineData("/.git/config")]
    public async Task No_address_leads_out_of_its_folder(string path)
    {
        using var answer = await portal.Client.AskAsync(path);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/v1/moderation/queue")]
    [InlineData("/API/v1/moderation/queue")]
    [InlineData("/Api/V1/Moderation/Queue")]
    public async Task A_session_opens_no_API_however_it_is_spelled(string path)
    {
        using var moderator = await portal.SignedInAsync("arta");
        using var answer = await moderator.AskAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/admin/users")]
    [InlineData("/account")]
    [InlineData("/admin/moderation")]
    [InlineData("/account/data")]
    public async Task A_token_opens_no_page(string path)
    {
        using var program = await portal.ProgramAsync("admin", "content");
        using var answer = await program.AskAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task A_token_does_nothing_beyond_its_scope_and_nothing_that_its_owner_may_not()
    {
        foreach (var (user, scope) in new[] { ("arta", "content"), ("arta", "submissions"), ("tara", "moderation"), ("fiq", "moderation") })
        {
            using var program = await portal.ProgramAsync(user, scope);
            using var queue = await program.AskAsync("/api/v1/moderation/queue");
            await Asking.ProblemAsync(queue, HttpStatusCode.Forbidden);
            using var decision = await program.PostObjectAsync("/api/v1/moderation/submissions/anything/decision", new { version = 1, decision = "publish" });
            await Asking.ProblemAsync(decision, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Answers_and_files_are_for_those_whose_consultation_it_is()
    {
        var item = await portal.ReadAsync(db => db.ContentItems.AsNoTracking().FirstAsync(i => i.LocalizationSet == Participant.OpenConsultation && i.Culture == "en", Cancel));
        foreach (var stranger in new[] { "aktiv", "fiq" }.Where(s => item.OrganisationSet != $"org-{s}"))
        {
            using var editor = await portal.SignedInAsync(stranger);
            foreach (var path in new[] { "responses.csv", "responses.json", "recipe.json" })
            {
                using var answer = await editor.AskAsync($"/admin/content/{item.ContentItemId}/questionnaire/{path}");
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
            }

            using var file = await editor.AskAsync("/admin/moderation/attachments/anything");
            file.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task With_a_receipt_nobody_reaches_anothers_comment()
    {
        var (own, other) = (await new ApiGuest(portal).ReceiptAsync("My own words."), await new ApiGuest(portal).ReceiptAsync("The words of another."));
        var ids = await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.Body == "The words of another.").Select(v => v.SubmissionId).ToListAsync(Cancel));
        // The id of a submission is no receipt, and neither is its hash.
        var hash = Portal.Moderation.Text.ReceiptCode.Hash(other);
        foreach (var guess in new[] { ids[0], hash, own[..^1] + (own[^1] == '0' ? '1' : '0'), "%25", "' OR 1=1 --" })
        {
            foreach (var verb in new[] { "", "/data" })
            {
                using var read = await portal.Client.AskAsync($"/api/v1/receipts/{Uri.EscapeDataString(guess)}{verb}");
                read.StatusCode.ShouldBe(HttpStatusCode.NotFound, guess);
            }

            foreach (var verb in new[] { "withdraw", "appeal", "edit" })
            {
                using var done = await portal.Client.PostObjectAsync($"/api/v1/receipts/{Uri.EscapeDataString(guess)}/{verb}", new { words = "x", version = 1, body = "x" });
                done.StatusCode.ShouldBe(HttpStatusCode.NotFound, guess);
            }
        }

        (await new ModerationDesk(portal).StateAsync(ids[0])).ShouldBe(SubmissionState.Queued);
    }

    [Theory]
    [InlineData("/en/receipt/withdraw")]
    [InlineData("/en/receipt/save")]
    [InlineData("/en/receipt/appeal")]
    [InlineData("/en/receipt/data")]
    [InlineData("/en/follow")]
    [InlineData("/en/log")]
    [InlineData("/en/log/proof")]
    [InlineData("/en/questionnaire/consultation-safety-action-plan/resume")]
    public async Task No_page_of_another_site_sends_a_guests_form(string path)
    {
        foreach (var header in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"), ("Origin", "http://localhost.evil.example") })
        {
            using var answer = await portal.NewClient().PostFormAsync(path, new Form { ["receipt"] = "0000", ["email"] = "victim@example.org" }, header);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{path} {header}");
        }
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/sign-in")]
    [InlineData("/api/v1/content")]
    public async Task Nothing_is_echoed(string path)
    {
        using var answer = await portal.Client.AskAsync(HttpMethod.Trace, path, null, ("X-Secret", "echo-of-a-header"));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("echo-of-a-header");
    }

    [Theory]
    [InlineData("/en", "text/html")]
    [InlineData("/en/log/heads.atom", "application/atom+xml")]
    [InlineData("/sitemap.xml", "application/xml")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/en/no-such-page", "text/html")]
    [InlineData("/en/recommendations/download.csv", "text/csv")]
    public async Task Every_answer_says_what_it_is_and_in_which_letters(string path, string type)
    {
        using var answer = await portal.Client.AskAsync(path);
        (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet).ShouldBe((type, "utf-8"), path);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    public async Task No_spreadsheet_takes_somebodys_words_for_a_formula(string words)
    {
        using (var sent = await new Respondent(portal).PostAsync(Respondent.Fewest(("anything-else", Respondent.Wrote(words))))) sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        var item = await portal.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == Participant.OpenConsultation && i.Culture == "en").Select(i => i.ContentItemId).SingleAsync(Cancel));
        using var admin = await portal.SignedInAsync("admin");
        var csv = await admin.TextAsync($"/admin/content/{item}/questionnaire/responses.csv");
        var written = words.Replace("\"", "\"\"", StringComparison.Ordinal);
        csv.ShouldContain(written);
        foreach (var before in new[] { ",", "\"", "\n" }) csv.ShouldNotContain(before + written);
    }
}
