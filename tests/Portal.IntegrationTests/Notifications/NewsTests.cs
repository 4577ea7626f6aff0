using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content.Indexing;
using Portal.IntegrationTests.Accounts;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.IntegrationTests.Review;
using Portal.Moderation.Actions;
using Portal.Notifications.Actions;
using Portal.Notifications.Digest;
using Portal.Recommendations;
using Portal.Recommendations.Actions;
using Portal.Recommendations.Models;
using Portal.Recommendations.Telling;
using Portal.Users.Actions;

namespace Portal.IntegrationTests.Notifications;

/// <summary>What happens on the site and is told to whom it concerns, in the portal and by mail as they chose.</summary>
public sealed class NewsTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_commented_while_signed_in_reads_what_was_decided_in_their_language_and_an_erased_comment_is_told_of_no_more()
    {
        await using var portal = await TestPortal.StartAsync();
        (await portal.AsAsync("mira", s => s.GetRequiredService<SavePreferences>().RunAsync(new("sr", null, []), Cancel))).Problem.ShouldBeNull();
        var author = new Participant(portal, "en") { Browser = await portal.SignedInAsync("mira") };
        using (var sent = await author.SendAsync(await author.CheckAsync("Told to its author."))) sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await Moderator.Async(portal)).DecideAsync("Told to its author.", "publish");

        (await portal.UnreadAsync("mira")).ShouldHaveSingleItem().ShouldMatch("^Your comment on “[А-Я].*” was published\\.$");
        (await portal.LettersAsync()).ShouldNotContain(l => l.To == "mira@example.org", "she wants no mail of it");
        // It leads to the comment on the page of the account.
        (await portal.PageAsync("/account", author.Browser)).QuerySelector("#own-comments").ShouldNotBeNull();

        var id = await portal.ReadAsync(db => db.Set<Portal.Moderation.Models.Submission>().Where(s => s.AuthorUserId != null).Select(s => s.Id).SingleAsync(Cancel));
        (await portal.AsAsync("mira", s => s.GetRequiredService<EraseSubmission>().OwnAsync(id, Cancel))).Problem.ShouldBeNull();
        (await portal.UnreadAsync("mira")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_follows_a_consultation_with_the_address_of_an_account_reads_its_news_there_and_may_refuse_the_mail()
    {
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, "followed", "2026-06-10T08:00:00", "2026-06-25T20:00:00");
        (await portal.AsAsync("nina", s => s.GetRequiredService<FollowConsultation>().ConfirmedAsync("followed", "nina@example.org", "en", Cancel))).Problem.ShouldBeNull();

        portal.Clock.Set(new(2026, 6, 22, 18, 0, 1, DateTimeKind.Utc));
        await portal.RunJobAsync<AnnouncePhases>();
        await portal.RunJobAsync<AnnouncePhases>();
        (await portal.UnreadAsync("nina")).ShouldBe(["News of “The followed consultation”: A consultation closes soon."]);
        (await portal.LettersAsync()).ShouldNotContain(l => l.To == "nina@example.org");
        portal.Clock.Set(new(2026, 6, 23, 6, 0, 0, DateTimeKind.Utc));
        await portal.RunJobAsync<SendDigests>();
        (await portal.LettersAsync()).Count(l => l.To == "nina@example.org").ShouldBe(1, "it is one line of the mail of the day");

        (await portal.AsAsync("nina", s => s.GetRequiredService<SavePreferences>().RunAsync(new("en", null, []), Cancel))).Problem.ShouldBeNull();
        portal.Clock.Set(new(2026, 6, 25, 18, 0, 1, DateTimeKind.Utc));
        await portal.RunJobAsync<AnnouncePhases>();
        (await portal.UnreadAsync("nina")).Count.ShouldBe(2);
        portal.Clock.Set(new(2026, 6, 26, 6, 0, 0, DateTimeKind.Utc));
        await portal.RunJobAsync<SendDigests>();
        (await portal.LettersAsync()).ShouldNotContain(l => l.To == "nina@example.org");
    }

    [Fact]
    public async Task An_organisation_hears_once_that_an_answer_is_overdue_and_when_it_comes()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.MakeAsync("justice", "InstitutionOfficial", "org-example-ministry-justice");
        var silent = await portal.ReadAsync(db => db.RecommendationStates.AsNoTracking().SingleAsync(s => s.LocalizationSet == "rec-04", Cancel));
        (silent.Status, silent.OrganisationSet).ShouldBe((InstitutionStatus.Issued, "org-fiq"));
        var due = silent.Issued.AddDays(Deadlines.UsualReplyDays).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

        portal.Clock.Set(due);
        await portal.RunJobAsync<TellOfOverdue>();
        (await OfRecommendationsAsync(portal, "rec-04")).ShouldBeEmpty("it is the last day");
        portal.Clock.Set(due.AddDays(1));
        await portal.RunJobAsync<TellOfOverdue>();
        (await OfRecommendationsAsync(portal, "rec-04")).ShouldHaveSingleItem().ShouldEndWith("which your organisation recommends, is overdue.");

        (await portal.AsAsync("fiq", s => s.GetRequiredService<MarkAsRead>().RunAsync(null, Cancel))).Problem.ShouldBeNull();
        portal.Clock.Set(due.AddDays(2));
        await portal.RunJobAsync<TellOfOverdue>();
        (await OfRecommendationsAsync(portal, "rec-04")).ShouldBeEmpty("it was told once");

        (await portal.AsAsync("justice", s => s.GetRequiredService<RecordInstitutionStatus>().RunAsync("acknowledged", new("rec-04", null, null), Cancel))).Problem.ShouldBeNull();
        (await OfRecommendationsAsync(portal, "rec-04")).ShouldHaveSingleItem().ShouldStartWith("An institution has answered “");
        // It is not told to those whom it does not concern.
        (await portal.UnreadAsync("nina")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_choices_that_concern_a_person_are_offered_and_the_others_stay_as_they_were()
    {
        await using var portal = await TestPortal.StartAsync();
        string[] Offered(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("[name=wanted]").Select(i => i.GetAttribute("value")!)];
        await portal.MakeAsync("citizen", "Authenticated");
        Offered(await portal.PageAsync("/account", await portal.SignedInAsync("citizen"))).ShouldBe(["new-sign-in", "comment-decided", "consultation-followed"], ignoreOrder: true);
        Offered(await portal.PageAsync("/account", await portal.SignedInAsync("arta"))).ShouldContain("moderation");
    }

    /// <summary>What <c>fiq</c> has not read about one recommendation.</summary>
    static async Task<IReadOnlyList<string>> OfRecommendationsAsync(TestPortal portal, string set)
    {
        var title = (await portal.ReadAsync(db => db.ContentItemIndex.AsNoTracking().SingleAsync(i => i.LocalizationSet == set && i.Culture == "en", Cancel))).Title;
        return [.. (await portal.UnreadAsync("fiq")).Where(t => t.Contains(title, StringComparison.Ordinal))];
    }
}
