using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Drafts;
using Portal.Questionnaires.Models;
using static Portal.IntegrationTests.Questionnaires.Respondent;
using Form = Portal.Questionnaires.Models.Form;

namespace Portal.IntegrationTests.Questionnaires;

public sealed class ResponseApiTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task A_machine_cannot_fill_the_database_with_drafts_and_a_hall_full_of_people_can_answer()
    {
        var machine = new Respondent(portal, browser: portal.NewClient("203.0.113.93"));
        var first = await machine.StartAsync();
        for (var i = 0; i < 200; i++) using (await machine.Browser.PostFormAsync(machine.Address, [KeyValuePair.Create("version", "1"), KeyValuePair.Create("do", "save")])) { }
        var (status, page) = await machine.PressAsync(first, "next", ("feel-safe", "4"));
        status.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Wait ten minutes");
        page.QuerySelector("[name='a.feel-safe'][value='4']")!.HasAttribute("checked").ShouldBeTrue();

        var citizen = new Respondent(portal);
        var (_, saved) = await citizen.PressAsync(await citizen.StartAsync(), "save", ("feel-safe", "4"), ("municipality", new string('x', 5000)));
        var hash = Portal.Questionnaires.Drafts.DraftCode.Hash(string.Join('-', saved.QuerySelectorAll(".receipt-code span:not(.visually-hidden)").Select(s => s.TextContent.Trim())));
        (await portal.ReadAsync(db => db.ResponseDrafts.Where(d => d.CodeHash == hash).Select(d => d.Sealed.Length).SingleAsync(TestContext.Current.CancellationToken))).ShouldBeLessThan(1000, "what was never offered is not kept");
    }

    [Fact]
    public async Task The_questionnaire_is_told_in_each_culture()
    {
        var form = await portal.Client.ObjectAsync("/api/v1/consultations/consultation-safety-action-plan/questionnaire?culture=sr-Latn");
        ((string)form["title"]!).ShouldBe("Šta prvo treba promeniti?");
        ((int)form["version"]!).ShouldBe(1);
        form["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).Select(q => (string)q!["kind"]!).Distinct(StringComparer.Ordinal).Count().ShouldBe(9);
        var lighting = form["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).Single(q => (string)q!["key"]! == "lighting-where")!;
        ((string)lighting["shownWhen"]!["test"]!).ShouldBe("oneOf");
        form["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).Single(q => (string)q!["key"]! == "council-known")!["options"]!.AsArray().Select(o => (string)o!["label"]!).ShouldBe(["Da", "Ne"]);

        using var none = await portal.Client.AskAsync("/api/v1/consultations/consultation-police-complaints/questionnaire");
        await Asking.ProblemAsync(none, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answers_are_taken_once_for_each_ticket()
    {
        var ticket = await new ApiGuest(portal).TicketAsync(null);
        using var first = await new Respondent(portal).PostAsync(Fewest(), ticket: ticket);
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        var receipt = (string)(await TestPortal.JsonAsync(first))["receipt"]!;
        using var second = await new Respondent(portal).PostAsync(Fewest(), ticket: ticket);
        ((string)(await TestPortal.JsonAsync(second))["receipt"]!).ShouldBe(receipt);
        using var other = await new Respondent(portal).PostAsync(Fewest(("feel-safe", new JsonObject { ["number"] = 5 })), ticket: ticket);
        await Asking.ProblemAsync(other, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("lighting-where", "answers.lighting-where")]
    [InlineData("council-how", "answers.council-how")]
    [InlineData("unheard-of", "answers.unheard-of")]
    public async Task An_answer_to_a_question_that_is_not_asked_is_refused(string key, string field)
    {
        using var response = await new Respondent(portal).PostAsync(Fewest((key, key == "council-how" ? Chose("media") : Wrote("Nobody asked."))));
        var problem = await Asking.ProblemAsync(response, HttpStatusCode.BadRequest);
        problem["errors"]!.AsObject().Select(e => e.Key).ShouldBe([field]);
    }

    [Fact]
    public async Task A_required_question_that_is_asked_needs_an_answer_and_a_ticket_is_needed()
    {
        using var open = await new Respondent(portal).PostAsync(new JsonObject { ["feel-safe"] = new JsonObject { ["number"] = 3 } });
        (await Asking.ProblemAsync(open, HttpStatusCode.BadRequest))["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["answers.priorities", "answers.council-known"]);
        using var bare = await new Respondent(portal).PostAsync(Fewest(), ticket: "nonsense");
        (await Asking.ProblemAsync(bare, HttpStatusCode.BadRequest))["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["ticket"]);
    }

    [Fact]
    public async Task To_the_second_the_window_opens_and_closes()
    {
        await using var own = await TestPortal.StartAsync();
        var (_, closes) = await Planned.OfAsync(own, Participant.OpenConsultation);
        var citizen = new Respondent(own);
        own.Clock.Set(closes.AddHours(-1));
        var (before, late) = (await citizen.ToCheckAsync("fire", ("anything-else", "In time.")), await citizen.ToCheckAsync("fire", ("anything-else", "Kept for copying.")));
        own.Clock.Set(closes.AddSeconds(-1));
        await citizen.ReceiptAsync(before);

        own.Clock.Set(closes);
        using var refused = await citizen.SendAsync(late);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await TestPortal.ParseAsync(refused);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("has closed");
        page.Body!.TextContent.ShouldContain("Kept for copying.");
        using var api = await own.Client.PostObjectAsync("/api/v1/consultations/consultation-safety-action-plan/responses", new { culture = "en", version = 1, answers = Fewest(), consent = Consent, ticket = await new ApiGuest(own).TicketAsync(null) });
        await Asking.ProblemAsync(api, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Drafts_are_deleted_after_thirty_days_and_when_the_consultation_has_closed()
    {
        await using var own = await TestPortal.StartAsync();
        var (_, closes) = await Planned.OfAsync(own, Participant.OpenConsultation);
        await new Respondent(own).NextAsync(await new Respondent(own).StartAsync(), ("feel-safe", "4"));
        await own.RunJobAsync<DeleteOldDrafts>();
        (await CountAsync()).ShouldBe(1);
        own.Clock.Set(closes + DraftStore.AfterClosing);
        await own.RunJobAsync<DeleteOldDrafts>();
        (await CountAsync()).ShouldBe(0);

        await Planned.OpenAsync(own, "long", "2026-06-01T10:00:00Z", "2027-06-01T10:00:00Z");
        (await own.AsSystemAsync(s => s.GetRequiredService<DraftStore>().KeepAsync(null, "long", new(1, new Dictionary<string, Answer>(StringComparer.Ordinal)), TestContext.Current.CancellationToken))).Problem.ShouldBeNull();
        own.Clock.Advance(DraftStore.Lifetime - TimeSpan.FromMinutes(1));
        await own.RunJobAsync<DeleteOldDrafts>();
        (await CountAsync()).ShouldBe(1);
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await own.RunJobAsync<DeleteOldDrafts>();
        (await CountAsync()).ShouldBe(0);

        Task<int> CountAsync() => own.ReadAsync(db => db.ResponseDrafts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_began_one_version_ends_it_though_the_next_is_out_and_an_open_questionnaire_is_never_shortened()
    {
        await using var own = await TestPortal.StartAsync();
        var citizen = new Respondent(own);
        var check = await citizen.ToCheckAsync();
        var set = Participant.OpenConsultation;
        var form = await own.AsSystemAsync(async s => FormJson.Read((await s.GetRequiredService<Portal.Cms.Data.PortalDb>().Questionnaires.AsNoTracking().SingleAsync(q => q.ConsultationSet == set)).DraftJson));

        var shorter = form with { Pages = [.. form.Pages.Take(2)] };
        (await SaveAsync(shorter)).Problem.ShouldBeNull();
        (await PublishAsync()).Problem!.Errors.Select(e => e.Message).ShouldBe(["While the consultation is open its questionnaire may ask more, never less."]);

        var key = "new";
        var longer = form with
        {
            Pages = [form.Pages[0] with { Questions = [.. form.Pages[0].Questions, new Question(key, QuestionKind.YesNo) { IsRequired = true }] }, .. form.Pages.Skip(1)],
            Texts = form.Texts.ToDictionary(t => t.Key, t => t.Value with { Questions = new Dictionary<string, QuestionTexts>(t.Value.Questions, StringComparer.Ordinal) { [key] = new() { Title = "New?" } } }, StringComparer.Ordinal),
        };
        (await SaveAsync(longer)).Problem.ShouldBeNull();
        (await PublishAsync()).Value.ShouldBe(2);
        (await PublishAsync()).Problem!.Message.ShouldBe("Nothing has changed since version {0}.");

        await citizen.ReceiptAsync(check);
        (await own.ReadAsync(db => db.QuestionnaireResponses.Where(r => r.ConsultationSet == set).OrderByDescending(r => r.Version).Select(r => r.Version).FirstAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
        (await citizen.StartAsync()).QuerySelector("#w-new").ShouldNotBeNull();
        using var api = await new Respondent(own).PostAsync(Fewest(), version: 2);
        (await Asking.ProblemAsync(api, HttpStatusCode.BadRequest))["errors"]!.AsObject().Select(e => e.Key).ShouldBe(["answers.new"]);

        Task<Cms.Result<Cms.Done>> SaveAsync(Form changed) => own.AsSystemAsync(s => s.GetRequiredService<SaveQuestionnaire>().RunAsync(new(set, changed, null), TestContext.Current.CancellationToken));
        Task<Cms.Result<int>> PublishAsync() => own.AsSystemAsync(s => s.GetRequiredService<PublishQuestionnaire>().RunAsync(new(set, null), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_limit_that_is_no_number_is_named_beside_its_field_and_stays_as_typed()
    {
        var nina = await portal.SignedInAsync("nina");
        const string path = "/admin/content/consultation-safety-action-plan-en/questionnaire/questions/minutes-bus";
        var page = await portal.PageAsync(path, nina);
        page.QuerySelector(".admin-rail [aria-current]")!.GetAttribute("href").ShouldBe("/admin/questionnaires");
        using var refused = await nina.PostFormAsync(path, new Hosting.Form { ["__RequestVerificationToken"] = page.TokenOf(), ["stamp"] = page.QuerySelector("[name=stamp]")!.GetAttribute("value")!, ["least"] = "0", ["greatest"] = "an hour", ["do"] = "save" });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await TestPortal.ParseAsync(refused);
        again.QuerySelector("[role=alert] a[href='#greatest']").ShouldNotBeNull();
        again.QuerySelector("#greatest")!.GetAttribute("value").ShouldBe("an hour");
    }

    [Fact]
    public async Task Who_may_not_take_part_in_the_consultation_may_not_answer_its_questionnaire()
    {
        await using var own = await TestPortal.StartAsync();
        await Planned.OpenAsync(own, "members", "2026-06-01T10:00:00Z", "2026-07-01T10:00:00Z", p => p["ParticipationLevel"] = new JsonObject { ["Text"] = "account" });
        var form = new Form { Pages = [new("p") { Questions = [new("q", QuestionKind.YesNo)] }], Texts = new Dictionary<string, FormTexts>(StringComparer.Ordinal) { ["en"] = new() { Title = "For members", Questions = new Dictionary<string, QuestionTexts>(StringComparer.Ordinal) { ["q"] = new() { Title = "Yes?" } } } } };
        (await own.AsSystemAsync(s => s.GetRequiredService<SaveQuestionnaire>().RunAsync(new("members", form, null), TestContext.Current.CancellationToken))).Problem.ShouldBeNull();
        (await own.AsSystemAsync(s => s.GetRequiredService<PublishQuestionnaire>().RunAsync(new("members", null), TestContext.Current.CancellationToken))).Problem.ShouldBeNull();
        using var refused = await new Respondent(own, set: "members").PostAsync(new JsonObject { ["q"] = Chose("yes") });
        await Asking.ProblemAsync(refused, HttpStatusCode.Forbidden);
    }
}
