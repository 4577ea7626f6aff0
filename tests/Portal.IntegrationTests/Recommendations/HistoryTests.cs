using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Recommendations;
using Portal.Recommendations.Actions;
using Portal.Recommendations.Models;
using Portal.Users.Actions;

namespace Portal.IntegrationTests.Recommendations;

/// <summary>What was said about a recommendation is added by those who may, in order, and never changed.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    /// <summary>Recommendations of the demo: one without a reply, one that is done and disputed.</summary>
    const string Silent = "rec-04", Disputed = "rec-02";
    const string Ministry = "org-example-ministry-justice", Asker = "org-fiq";

    TestPortal portal = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        foreach (var (name, organisation) in new[] { ("justice", Ministry), ("police", "org-example-police") })
            (await portal.AsSystemAsync(s => s.GetRequiredService<CreateUser>().RunAsync(new(name, $"{name}@example.org", ["InstitutionOfficial"], Template.Password, organisation, MustChangePassword: false), Cancel))).Problem.ShouldBeNull();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_demo_brings_its_histories_and_a_second_import_changes_nothing()
    {
        var before = await EventsAsync(Disputed);
        before.Select(e => e.Value).ShouldBe(["acknowledged", "accepted", "in-progress", "implemented", "disputed"]);
        var again = await portal.AsSystemAsync(s => s.GetRequiredService<Portal.Recipes.Actions.RunRecipe>().RunAsync(Path.Combine(Repository.Root, "recipes", "demo", "recommendations.recipe.json"), Cancel));
        again.Problem.ShouldBeNull();
        (await EventsAsync(Disputed)).Count.ShouldBe(before.Count);
    }

    [Fact]
    public async Task An_institution_answers_and_the_organisation_judges()
    {
        (await StatusAsync("justice", "accepted", new(Silent, null, null, "We shall publish it in March.", "en", "https://example.org/plan", "Plan"))).Problem.ShouldBeNull();
        (await VerdictAsync("fiq", "confirmed", new(Silent, null, null))).Problem.ShouldBeNull();

        var (first, second) = await EventsAsync(Silent) is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        first.ShouldSatisfyAllConditions(e => e.SaidBySet.ShouldBe(Ministry), e => e.Day.ShouldBe(new DateOnly(2026, 6, 15)), e => e.RecordedUtc.ShouldBe(Template.Start), e => e.RecordedById.ShouldNotBeNull());
        second.SaidBySet.ShouldBe(Asker);
        var state = await portal.ReadAsync(db => db.RecommendationStates.AsNoTracking().SingleAsync(s => s.LocalizationSet == Silent, Cancel));
        (state.Status, state.Verdict).ShouldBe((InstitutionStatus.Accepted, Verdict.Confirmed));
        (await portal.ReadAsync(db => db.AuditTrail.CountAsync(a => a.Category == "Recommendation" && a.SubjectId == Silent, Cancel))).ShouldBe(2);
    }

    [Fact]
    public async Task A_recommendation_is_written_beside_the_analysis_it_comes_from_before_either_is_public_and_nobody_else_learns_of_it()
    {
        using var fiq = await portal.SignedInAsync("fiq");
        var analysis = await EditorForm.OpenAsync(fiq, "/admin/content/new/PolicyAnalysis?culture=sq");
        analysis["TitlePart.Title"] = "Kush i numëron armët";
        using var saved = await analysis.PressAsync("save");
        var id = saved.Headers.Location!.ToString().Split('/')[^1];
        var set = (await portal.ItemAsync(id)).LocalizationSet;

        var panel = (await portal.PageAsync($"/admin/content/{id}", fiq)).QuerySelector("#recommendations")!;
        panel.TextContent.ShouldContain("This text recommends nothing yet.");
        var form = await EditorForm.OpenAsync(fiq, panel.QuerySelector("a")!.GetAttribute("href")!);
        var source = form.Page.QuerySelector("[name='Recommendation.Source']")!;
        source.QuerySelector("option[selected]")!.GetAttribute("value").ShouldBe(set);
        source.TextContent.ShouldContain("Kush i numëron armët (draft)");
        form["TitlePart.Title"] = "Botoni numrin e armëve çdo vit.";
        using (var written = await form.PressAsync("save")) written.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);

        var line = (await portal.PageAsync($"/admin/content/{id}", fiq)).QuerySelector("#recommendations li")!;
        line.TextContent.ShouldContain("Botoni numrin e armëve çdo vit.");
        line.TextContent.ShouldContain("Draft");

        using var aktiv = await portal.SignedInAsync("aktiv");
        (await EditorForm.OpenAsync(aktiv, "/admin/content/new/Recommendation?culture=sq")).Page.QuerySelector("[name='Recommendation.Source']")!.TextContent.ShouldNotContain("Kush i numëron");
        (await EditorForm.OpenAsync(aktiv, $"/admin/content/new/Recommendation?culture=sq&Recommendation.Source={set}")).Page.DocumentElement.TextContent.ShouldNotContain("Kush i numëron");
        using (var forbidden = await aktiv.AskAsync($"/admin/content/{id}")) forbidden.StatusCode.ShouldBeOneOf(System.Net.HttpStatusCode.Forbidden, System.Net.HttpStatusCode.Redirect);
        (await portal.Client.TextAsync("/sq/rekomandime")).ShouldNotContain("Botoni numrin");
    }

    [Fact]
    public async Task A_reader_follows_one_recommendation_by_a_feed_that_has_each_answer_at_once()
    {
        var href = (await portal.PageAsync($"/sr/{(await portal.ReadAsync(db => db.ContentItems.AsNoTracking().SingleAsync(i => i.LocalizationSet == Silent && i.Culture == "sr", Cancel))).PublishedPath}")).QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href")!;
        async Task<List<string>> TitlesAsync(string address) => [.. System.Xml.Linq.XDocument.Parse(await portal.Client.TextAsync(address)).Root!.Elements().Where(e => e.Name.LocalName == "entry").Select(e => e.Elements().First(t => t.Name.LocalName == "title").Value)];
        (await TitlesAsync(href)).Count.ShouldBe(1);

        (await StatusAsync("justice", "accepted", new(Silent, null, null, "We shall publish it in March.", "en", null, null))).Problem.ShouldBeNull();
        (await TitlesAsync(href))[0].ShouldStartWith("Прихваћен");
        var latin = await portal.Client.TextAsync(href.Replace("/sr/", "/sr-Latn/", StringComparison.Ordinal));
        latin.ShouldContain("Prihvaćen");
        latin.ShouldContain("We shall publish it in March.");
        foreach (var none in new[] { "/en/recommendation/no-such/feed.atom", "/en/recommendation/analysis-school-safety/feed.atom" })
        {
            using var answer = await portal.Client.AskAsync(none);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, none);
        }
    }

    [Fact]
    public async Task Pages_show_the_answer_at_once()
    {
        var page = $"/en/{(await portal.ReadAsync(db => db.ContentItems.AsNoTracking().SingleAsync(i => i.LocalizationSet == Silent && i.Culture == "en", Cancel))).PublishedPath}";
        (await portal.PageAsync(page)).QuerySelector(".rec-wait.late").ShouldNotBeNull();
        await StatusAsync("justice", "rejected", new(Silent, null, null, "The courts publish it already.", "en"));
        var after = await portal.PageAsync(page);
        after.QuerySelector(".rec-wait.late").ShouldBeNull();
        after.QuerySelector(".track [aria-current=step] .track-word")!.TextContent.ShouldBe("Rejected");
        after.QuerySelector("blockquote[lang=en][data-verbatim]")!.TextContent.ShouldContain("The courts publish it already.");
    }

    [Fact]
    public async Task Who_speaks_for_another_institution_or_organisation_or_for_none_is_refused()
    {
        (await StatusAsync("police", "accepted", new(Silent, null, null))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await StatusAsync("fiq", "accepted", new(Silent, null, Ministry))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await StatusAsync("arta", "accepted", new(Silent, null, Ministry))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await StatusAsync("justice", "acknowledged", new(Silent, null, null))).Problem.ShouldBeNull();
        (await VerdictAsync("aktiv", "confirmed", new(Silent, null, null))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await VerdictAsync("justice", "confirmed", new(Silent, null, null))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await VerdictAsync("nina", "confirmed", new(Silent, null, null))).Problem.ShouldBeNull();
        (await EventsAsync(Silent))[^1].SaidBySet.ShouldBe(Asker);
    }

    [Fact]
    public async Task What_cannot_follow_is_refused_and_nothing_is_written()
    {
        (await StatusAsync("justice", "implemented", new(Silent, null, null))).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        (await VerdictAsync("fiq", "confirmed", new(Silent, null, null))).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        (await StatusAsync("justice", "done", new(Silent, null, null))).Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe("status");
        (await StatusAsync("justice", "accepted", new("rec-99", null, null))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await EventsAsync(Silent)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("ftp://example.org/x")]
    [InlineData("https://user@example.org/x")]
    [InlineData("https://example.org/a b")]
    public async Task An_address_that_is_none_of_the_web_is_no_evidence(string address) =>
        (await StatusAsync("justice", "accepted", new(Silent, null, null, EvidenceUrl: address))).Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe("evidenceUrl");

    [Fact]
    public async Task Every_rule_of_what_is_said_has_its_field()
    {
        await ErrorAsync("day", "accepted", new(Silent, new(2026, 6, 16), null));
        await ErrorAsync("day", "accepted", new(Silent, new(2020, 1, 1), null));
        await ErrorAsync("statement", "rejected", new(Silent, null, null));
        await ErrorAsync("statement", "accepted", new(Silent, null, null, new('x', RecommendationHistory.LongestStatement + 1), "en"));
        await ErrorAsync("statement", "accepted", new(Silent, null, null, "a\0b", "en"));
        await ErrorAsync("culture", "accepted", new(Silent, null, null, "Words", "xx"));
        (await StatusAsync("justice", "accepted", new(Silent, null, null, new('x', RecommendationHistory.LongestStatement), "en", "/en/about"))).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task What_stood_before_stands_after_the_recommendation_was_taken_down_and_put_back()
    {
        var items = await portal.ReadAsync(db => db.ContentItems.Where(i => i.LocalizationSet == Disputed).Select(i => i.ContentItemId).ToListAsync(Cancel));
        foreach (var id in items) await portal.UnpublishAsync(id);
        (await StatusAsync("nina", "in-progress", new(Disputed, null, null))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        foreach (var id in items) await portal.PublishAsync(id);
        var state = await portal.ReadAsync(db => db.RecommendationStates.AsNoTracking().SingleAsync(s => s.LocalizationSet == Disputed, Cancel));
        (state.Status, state.Verdict).ShouldBe((InstitutionStatus.Implemented, Verdict.Disputed));
        state.Cultures.Count.ShouldBe(items.Count);
    }

    async Task ErrorAsync(string field, string status, Said said) => (await StatusAsync("justice", status, said)).Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    Task<Result<RecommendationEvent>> StatusAsync(string user, string status, Said said) => portal.AsAsync(user, s => s.GetRequiredService<RecordInstitutionStatus>().RunAsync(status, said, Cancel));

    Task<Result<RecommendationEvent>> VerdictAsync(string user, string verdict, Said said) => portal.AsAsync(user, s => s.GetRequiredService<RecordVerdict>().RunAsync(verdict, said, Cancel));

    Task<List<RecommendationEvent>> EventsAsync(string set) => portal.ReadAsync(db => db.RecommendationEvents.AsNoTracking().Where(e => e.LocalizationSet == set).OrderBy(e => e.Number).ToListAsync(Cancel));
}
