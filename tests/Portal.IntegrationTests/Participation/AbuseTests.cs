using System.Globalization;
using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Participation;

/// <summary>What looks like a machine is asked a question. Nothing is thrown away, and nobody is shut out.</summary>
public sealed class AbuseTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Links = "See https://one.example, www.two.example and http://three.example for what was agreed.";

    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task Many_links_lead_to_a_question_with_everything_kept_and_the_right_answer_passes_with_a_label()
    {
        var citizen = new Participant(portal, "sr");
        using var asked = await citizen.SendAsync(await citizen.CheckAsync(Links + " Први."), ("displayName", "Комшија"));
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(asked);
        page.QuerySelector("[role=alert] a[href='#answer']").ShouldNotBeNull();
        page.QuerySelector("#displayName")!.GetAttribute("value").ShouldBe("Комшија");
        page.QuerySelector("label[for=answer]")!.TextContent.ShouldNotContain("How");

        using var wrong = await citizen.SendAsync(page, ("answer", "не знам"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var next = await TestPortal.ParseAsync(wrong);
        next.QuerySelector("#body")!.TextContent.ShouldContain("Први.");

        using var right = await citizen.SendAsync(next, ("answer", Answers[next.QuerySelector("label[for=answer]")!.TextContent.Trim()]));
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LabelsAsync(Links + " Први.")).ShouldContain(Labels.Links, StringComparer.Ordinal);
    }

    /// <summary>In the order of the pool, as careless people type them: without accents, in capitals, with the article or without, in the other script.</summary>
    [Theory]
    [InlineData("sq", "shtate|KATER|7|kater kembe|e marta|Prill|bardhe|FSHAT|buka|macja|i ftohte|nente")]
    [InlineData("sr", "sedam|ЧЕТИРИ|7|cetiri noge|utorak|април|бело|село|hleb|мачка|hladan|девет")]
    [InlineData("sr-Latn", "седам|cetiri|7|četiri|utorak|April|bela|selo|hleb|MACKA|Хладан|9")]
    [InlineData("bs", "sedam|cetiri|7|Četiri noge|UTORAK|travanj|bijela|selo|kruh|macka|hladno|devet")]
    [InlineData("en", "seven|FOUR|7|four legs|Tuesday|april|white|village|Bread.|cat|cold|nine")]
    public void Every_question_is_put_in_the_language_of_the_page_and_answered_in_its_words(string culture, string answers)
    {
        string[] pool =
        [
            "How much is three plus four? Write a number or a word.", "How much is six minus two? Write a number or a word.", "How many days does a week have?", "How many legs does a horse have?", "Which day comes after Monday?",
            "Which month comes after March?", "What colour is snow?", "Write the word ‘village’ once more.", "Which of these can one eat: stone, bread, chair?", "Which of these is an animal: window, spoon, cat?", "Is ice warm or cold?", "Which number is the largest: two, nine, five?",
        ];
        var text = portal.Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer>();
        Portal.Moderation.Speaking.In(culture, _ => AnswerAll(text, pool, answers));
    }

    static void AnswerAll(Microsoft.Extensions.Localization.IStringLocalizer text, string[] pool, string answers)
    {
        var (challenges, open) = (new Portal.Moderation.Abuse.Challenges(text), pool.Zip(answers.Split('|')).ToDictionary(p => text[p.First].Value, p => p.Second, StringComparer.Ordinal));
        var culture = Portal.Cms.Localization.Culture.Current.Code;
        if (culture != "en") open.Keys.Intersect(pool, StringComparer.Ordinal).ShouldBeEmpty();
        for (var drawn = 0; open.Count > 0; drawn++)
        {
            var ticket = new Portal.Moderation.Ticket("any", null, null, DateTime.UnixEpoch, $"{culture}-{drawn}");
            var question = challenges.For(ticket).Question;
            drawn.ShouldBeLessThan(1000, string.Join(", ", open.Keys));
            if (!open.Remove(question, out var answer)) continue;
            challenges.IsSolved(ticket, answer, null).ShouldBeTrue($"{question} {answer}");
            challenges.IsSolved(ticket, "42", null).ShouldBeFalse(question);
        }
    }

    [Fact]
    public async Task A_browser_may_calculate_instead_of_its_reader()
    {
        var citizen = new Participant(portal, "en");
        using var asked = await citizen.SendAsync(await citizen.CheckAsync(Links + " Calculated."));
        var page = await TestPortal.ParseAsync(asked);
        var challenge = page.QuerySelector("#challenge")!;
        var proof = Solve(challenge.GetAttribute("data-seed")!, int.Parse(challenge.GetAttribute("data-bits")!, CultureInfo.InvariantCulture));
        using var other = await citizen.SendAsync(page, ("proof", "1"));
        other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var passed = await citizen.SendAsync(page, ("proof", proof));
        passed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_is_told_the_same_question_with_its_ticket_and_refused_without_an_answer()
    {
        using var issued = await portal.Client.PostObjectAsync("/api/v1/tickets", new { consultationId = Participant.OpenConsultation, sectionId = Participant.Section });
        var ticket = await TestPortal.JsonAsync(issued);
        ((string?)ticket["question"]).ShouldNotBeNullOrEmpty();
        var guest = new ApiGuest(portal);
        using var refused = await guest.SendAsync(Links + " By a program.", (string)ticket["ticket"]!);
        (await Asking.ProblemAsync(refused, HttpStatusCode.BadRequest))["errors"]!["answer"].ShouldNotBeNull();
        using var passed = await guest.SendAsync(Links + " By a program.", (string)ticket["ticket"]!, changes: ("proof", Solve((string)ticket["proofSeed"]!, (int)ticket["proofBits"]!)));
        passed.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_field_that_people_do_not_see_leads_to_the_question_as_well()
    {
        var citizen = new Participant(portal, "en");
        using var asked = await citizen.SendAsync(await citizen.CheckAsync("Filled in by a machine."), ("website", "http://spam.example"));
        (await TestPortal.ParseAsync(asked)).QuerySelector("#challenge").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_sends_faster_than_anybody_can_is_asked_and_after_a_moment_is_not()
    {
        await using var own = await TestPortal.StartAsync();
        own.Services.GetRequiredService<IOptions<ParticipationSettings>>().Value.LeastSeconds = 2;
        var citizen = new Participant(own, "en");
        var check = await citizen.CheckAsync("In haste.");
        using var asked = await citizen.SendAsync(check);
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        own.Clock.Advance(TimeSpan.FromSeconds(3));
        using var passed = await citizen.SendAsync(check);
        passed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_sends_from_one_connection_lead_to_the_question_and_others_are_not_asked()
    {
        var rules = portal.Services.GetRequiredService<IOptions<ParticipationSettings>>().Value;
        var village = new Participant(portal, "en") { Browser = portal.NewClient("203.0.113.7") };
        for (var i = 0; i < rules.SendsPerTenMinutes; i++) (await village.SendAsync(await village.CheckAsync($"Villager number {i} speaks."))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var asked = await village.SendAsync(await village.CheckAsync("One villager more."));
        (await TestPortal.ParseAsync(asked)).QuerySelector("#challenge").ShouldNotBeNull();
        var elsewhere = new Participant(portal, "en") { Browser = portal.NewClient("203.0.113.8") };
        using var passed = await elsewhere.SendAsync(await elsewhere.CheckAsync("From another village."));
        passed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Equal_and_similar_texts_are_taken_in_and_labelled_for_moderators()
    {
        const string first = "The street beside the primary school needs lamps, a pavement and a crossing before the winter begins.";
        var citizen = new Participant(portal, "en");
        await citizen.ReceiptAsync(first);
        await citizen.ReceiptAsync("  the STREET beside the primary school needs lamps, a pavement and a crossing, before the winter begins!");
        await citizen.ReceiptAsync("Neighbours say: the street beside the primary school needs lamps, a pavement and a crossing before the winter begins. Thank you.");
        await citizen.ReceiptAsync("Please open the library on Saturdays, because pupils who live far away cannot come on other days.");
        var labels = await portal.ReadAsync(db => (from label in db.SubmissionLabels join v in db.SubmissionVersions on label.SubmissionId equals v.SubmissionId where v.Body.Contains("winter begins") || v.Body.Contains("library on Saturdays") select label.Label).ToListAsync(TestContext.Current.CancellationToken));
        labels.Order(StringComparer.Ordinal).ShouldBe([Labels.Duplicate, Labels.Similar]);
    }

    Task<List<string>> LabelsAsync(string body) => portal.ReadAsync(db => (from label in db.SubmissionLabels join v in db.SubmissionVersions on label.SubmissionId equals v.SubmissionId where v.Body == body select label.Label).ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>The number that a browser would find.</summary>
    internal static string Solve(string seed, int bits)
    {
        for (var number = 0; ; number++)
        {
            var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}:{number}"));
            if (BitOperations.LeadingZeroCount(((uint)hash[0] << 24) | ((uint)hash[1] << 16) | ((uint)hash[2] << 8) | hash[3]) >= bits) return number.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>As careless people type them: without accents, in the other script, with a full stop.</summary>
    static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["Колико је три плус четири? Напишите број или реч."] = "Sedam", ["Колико је шест мање два? Напишите број или реч."] = "cetiri.", ["Колико дана има недеља?"] = " 7 ", ["Колико ногу има коњ?"] = "четири",
        ["Који дан долази после понедељка?"] = "UTORAK", ["Који месец долази после марта?"] = "april", ["Које је боје снег?"] = "беле", ["Напишите још једном реч „село“."] = "selo",
        ["Шта се од овога може јести: камен, хлеб, столица?"] = "hleb", ["Шта је од овога животиња: прозор, кашика, мачка?"] = "macka", ["Да ли је лед топао или хладан?"] = "hladan", ["Који је број највећи: два, девет, пет?"] = "9",
    };
}
