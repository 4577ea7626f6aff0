using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.IntegrationTests.Questionnaires;

public abstract class ResultTests(TestPortal portal)
{
    const string Closed = "/en/questionnaire/consultation-small-arms-strategy";

    [Fact]
    public async Task While_the_consultation_is_open_only_the_number_of_answers_is_public()
    {
        foreach (var path in new[] { "results", "answers.csv", "answers.json" })
        {
            using var answer = await portal.Client.AskAsync($"/en/questionnaire/{Participant.OpenConsultation}/{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await portal.PageAsync(await new Participant(portal, "en").ConsultationPathAsync())).QuerySelector(".questionnaire-card .meta")!.TextContent.ShouldContain("received so far");
    }

    [Fact]
    public async Task After_closing_the_figures_of_each_question_stand_there_in_words_and_tables()
    {
        var page = await portal.PageAsync($"{Closed}/results");
        page.QuerySelector(".lede")!.TextContent.ShouldContain("44 answers were counted.");
        page.QuerySelectorAll("#r-first-measure .bars tbody tr").Length.ShouldBe(4);
        var counts = page.QuerySelectorAll("#r-first-measure .bars td.number").Select(c => int.Parse(c.TextContent.Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        counts.Sum().ShouldBe(44);
        page.QuerySelector("#r-goes-far .result-said")!.TextContent.ShouldContain("On average");

        // Three and two people of two municipalities: neither figure is shown.
        var people = page.QuerySelector("#r-municipality")!;
        people.QuerySelectorAll("td.number").Count(c => c.TextContent.Contains("not shown", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
        people.QuerySelectorAll("td.number").Select(c => c.TextContent.Trim()[0]).ShouldNotContain('3');
    }

    [Fact]
    public async Task Public_rows_say_nothing_about_people()
    {
        var csv = await portal.Client.TextAsync($"{Closed}/answers.csv");
        csv.TrimEnd().Split('\n').Length.ShouldBe(45);
        csv.ShouldNotContain("mun-");
        csv.ShouldNotContain("demo-response");
        csv.Split('\n')[0].Trim().TrimStart('\ufeff').ShouldBe("culture,version,on-behalf-of,goes-far,first-measure,reach.schools,reach.village-meetings,reach.media,reach.religious,shots-heard");
    }

    [Fact]
    public async Task Editors_have_every_row_and_words_only_when_a_moderator_has_cleared_them()
    {
        var nina = await portal.SignedInAsync("nina");
        var csv = await nina.TextAsync("/admin/content/consultation-safety-action-plan-en/questionnaire/responses.csv");
        csv.ShouldContain("mun-ferizaj");
        csv.ShouldContain("Duhet ta kalojë rrugën kryesore pa semafor.");
        csv.ShouldNotContain("Në park pas orës 20", customMessage: "it waits for a decision");

        using var guest = await portal.NewClient().AskAsync("/admin/content/consultation-safety-action-plan-en/questionnaire/responses.csv");
        guest.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var other = await (await portal.SignedInAsync("fiq")).AskAsync("/admin/content/consultation-safety-action-plan-en/questionnaire/responses.csv");
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_take_for_a_formula_is_text()
    {
        await using var own = await TestPortal.StartAsync();
        var words = "=HYPERLINK(\"http://example.org\")";
        using var sent = await new Respondent(own).PostAsync(Respondent.Fewest(("anything-else", Respondent.Wrote(words))));
        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await Moderator.Async(own)).DecideAsync($"Is there anything else that the municipality should know?\n{words}", "publish");
        (await (await own.SignedInAsync("nina")).TextAsync("/admin/content/consultation-safety-action-plan-en/questionnaire/responses.csv")).ShouldContain("'=HYPERLINK");
    }

    [Fact]
    public async Task A_declined_answer_is_not_counted_and_the_page_says_how_many_were_declined()
    {
        await using var own = await TestPortal.StartAsync();
        using var sent = await new Respondent(own).PostAsync(Respondent.Fewest(("anything-else", Respondent.Wrote("Buy cheap things."))));
        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await CountAsync()).ShouldBe(7);
        await (await Moderator.Async(own)).DecideAsync("Is there anything else that the municipality should know?\nBuy cheap things.", "decline", "spam");
        (await CountAsync()).ShouldBe(6);

        var (_, closes) = await Planned.OfAsync(own, Participant.OpenConsultation);
        own.Clock.Set(closes);
        var page = await own.PageAsync($"/en/questionnaire/{Participant.OpenConsultation}/results");
        page.QuerySelector(".lede")!.TextContent.ShouldContain("1 more was declined");
        page.Body!.TextContent.ShouldContain("Rruga prapa stacionit të vjetër", customMessage: "published words are there after closing");
        page.Body!.TextContent.ShouldNotContain("Në park pas orës 20");
        page.Body!.TextContent.ShouldNotContain("Buy cheap things.");
        page.Body!.TextContent.ShouldNotContain("Vatrogasni hidrant", customMessage: "the question does not say that answers are published");

        Task<int> CountAsync() => own.ReadAsync(db => Counted.In(db, Participant.OpenConsultation).CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_long_export_is_written_a_page_at_a_time()
    {
        await using var own = await TestPortal.StartAsync();
        var set = "consultation-small-arms-strategy";
        await own.AsSystemAsync(async s =>
        {
            var db = s.GetRequiredService<PortalDb>();
            var now = own.Clock.UtcNow;
            for (var i = 0; i < 2500; i++)
            {
                var submission = new Submission { Id = $"many-{i:00000}", ConsultationSet = set, QuestionnaireVersion = 1, Culture = "en", Channel = "web", ReceivedUtc = now, ConsentVersion = Respondent.Consent, ReceiptHash = $"hash-{i}" };
                submission.Take(Step.Enqueue, now);
                db.Add(submission);
                db.Add(new SubmissionVersion { SubmissionId = submission.Id, Number = 1, Body = "", CreatedUtc = now });
                db.Add(new QuestionnaireResponse { SubmissionId = submission.Id, ConsultationSet = set, Version = 1, Json = """{"goes-far":{"number":4},"first-measure":{"choices":["storage"]}}""" });
            }

            return await db.SaveChangesAsync();
        });

        own.Queries.Reset();
        (await own.Client.TextAsync($"{Closed}/answers.csv")).TrimEnd().Split('\n').Length.ShouldBe(2545);
        own.Queries.Count.ShouldBeLessThan(16);
        (await own.PageAsync($"{Closed}/results")).QuerySelector(".lede")!.TextContent.ShouldContain("2544");
    }
}

public sealed class ResultTestsOnSqlite(SharedPortal shared) : ResultTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class ResultTestsOnPostgres(SharedPostgresPortal shared) : ResultTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
