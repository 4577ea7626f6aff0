using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Moderation;

/// <summary>The public numbers of how a consultation was moderated.</summary>
public sealed class ModerationRecordTests
{
    const string Api = $"/api/v1/consultations/{Participant.OpenConsultation}/moderation";

    [Fact]
    public async Task Page_JSON_and_CSV_say_what_the_database_holds_and_name_nobody()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = new ModerationDesk(portal);
        var ids = new List<string>();
        for (var i = 0; i < 9; i++) ids.Add(await desk.ReceiveAsync($"Counted, number {i}.", ("displayName", "Rec Ord Name")));
        portal.Clock.Advance(TimeSpan.FromMinutes(90));
        await desk.DecidedAsync("arta", ids[0], Step.Publish);
        await desk.DecidedAsync("arta", ids[1], Step.Redact, "names-a-person", null, null, new TextSpan(0, 7));
        await desk.DecidedAsync("arta", ids[2], Step.Decline, "spam", "Unpublished note");
        await desk.DecidedAsync("arta", ids[3], Step.Decline, "insult");
        await desk.DecidedAsync("arta", ids[4], Step.Merge, mergeInto: ids[0]);
        await desk.TakeAsync(ids[5], Step.Withdraw);
        await desk.AppealAsync(ids[2]);
        await desk.DecidedAsync("mira", ids[2], Step.Uphold, note: "It stays as it is.");
        await desk.AppealAsync(ids[3]);
        await desk.DecidedAsync("mira", ids[3], Step.Reverse);
        await desk.ReportAsync(ids[0], "insult");
        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        var json = await portal.Client.ObjectAsync(Api);
        var rows = await portal.ReadAsync(db => db.Submissions.Where(s => s.ConsultationSet == Participant.OpenConsultation && s.QuestionnaireVersion == null).ToListAsync(TestContext.Current.CancellationToken));
        int Of(params SubmissionState[] states) => rows.Count(r => states.Contains(r.State));
        foreach (var (name, count) in new (string, int)[]
        {
            ("received", rows.Count - Of(SubmissionState.Received, SubmissionState.Expired)), ("published", Of(SubmissionState.Published)), ("redacted", Of(SubmissionState.PublishedRedacted)), ("declined", Of(SubmissionState.Declined)),
            ("merged", Of(SubmissionState.Merged)), ("withdrawn", Of(SubmissionState.Withdrawn)), ("waiting", Of(ModerationTable.Waiting)), ("appeals", 2), ("upheld", 1), ("reversed", 1), ("reports", 1), ("reportsOpen", 1),
        }) ((int)json[name]!).ShouldBe(count, name);
        ((int)json["published"]! + (int)json["redacted"]! + (int)json["declined"]! + (int)json["merged"]! + (int)json["withdrawn"]! + (int)json["waiting"]!).ShouldBe((int)json["received"]!);
        json["declinedBy"]!.AsArray().Sum(r => (int)r!["count"]!).ShouldBe((int)json["declined"]!);

        json["channels"]!.AsArray().ToDictionary(c => (string)c!["channel"]!, c => (int)c!["count"]!).ShouldBe(
            rows.Where(r => r.State is not (SubmissionState.Received or SubmissionState.Expired)).GroupBy(r => r.Channel, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()), ignoreOrder: true);

        // Answers to the questionnaire are no comments: they have numbers of their own.
        var responses = await portal.ReadAsync(db => db.Submissions.Where(s => s.ConsultationSet == Participant.OpenConsultation && s.QuestionnaireVersion != null).ToListAsync(TestContext.Current.CancellationToken));
        ((int)json["responses"]!["received"]!).ShouldBe(responses.Count);
        ((int)json["responses"]!["published"]!).ShouldBe(responses.Count(r => r.State == SubmissionState.Published));
        ((int)json["responses"]!["waiting"]!).ShouldBe(responses.Count(r => ModerationTable.Waiting.Contains(r.State)));

        var csv = await portal.Client.TextAsync(Api + ".csv");
        csv.ShouldContain($"responses-received,,{responses.Count}\r\n");
        csv.ShouldContain($"received,,{(int)json["received"]!}\r\n");
        csv.ShouldContain("declined,spam,");
        var pages = await Task.WhenAll(new[] { "/en/consultations/community-safety-action-plan", "/sq/konsultime/plani-i-veprimit-per-sigurine", "/sr/konsultacije/akcioni-plan-za-bezbednost", "/sr-Latn/konsultacije/akcioni-plan-za-bezbednost", "/bs/konsultacije/akcioni-plan-za-sigurnost" }
            .Select(p => portal.PageAsync(p + "/moderation")));
        foreach (var page in pages) page.QuerySelector("tbody .num")!.TextContent.ShouldBe($"{(int)json["received"]!}");
        pages[0].QuerySelector(".record")!.TextContent.ShouldContain($"{(int)json["received"]!} comments were received.");

        var everything = json.ToJsonString() + csv + string.Concat(pages.Select(p => p.DocumentElement.TextContent));
        foreach (var secret in new[] { "Rec Ord Name", "Unpublished note", "Counted, number", "It stays as it is." }) everything.ShouldNotContain(secret);
        foreach (var moderator in new[] { "arta", "mira" }) (json.ToJsonString() + csv).ShouldNotContain(moderator);
    }

    [Fact]
    public async Task The_consultation_leads_to_it_and_an_unknown_one_is_not_found()
    {
        await using var portal = await TestPortal.StartAsync();
        var link = (await portal.PageAsync("/sr/konsultacije/akcioni-plan-za-bezbednost")).QuerySelector("a[href$='/moderation']")!.GetAttribute("href")!;
        (await portal.PageAsync(link)).QuerySelector("h1").ShouldNotBeNull();
        using var none = await portal.Client.AskAsync("/en/consultations/no-such-one/moderation");
        none.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        using var nothing = await portal.Client.AskAsync("/api/v1/consultations/no-such-one/moderation");
        nothing.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
