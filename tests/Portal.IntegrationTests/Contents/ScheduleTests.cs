using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Contents.Jobs;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Review;
using Portal.Web;

namespace Portal.IntegrationTests.Contents;

/// <summary>Publishing and unpublishing at a time to come.</summary>
public abstract class ScheduleTests
{
    protected abstract DatabaseKind Database { get; }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    // Before the clocks go back, in the hour that they show twice (its first is meant), and after.
    [InlineData("2026-10-25T01:30", "2026-10-24T23:30:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T03:30", "2026-10-25T02:30:00Z")]
    // The hour that they skip in spring: the time moves on by the gap.
    [InlineData("2027-03-28T02:30", "2027-03-28T01:30:00Z")]
    [InlineData("2027-03-28T03:30", "2027-03-28T01:30:00Z")]
    public async Task It_is_published_at_the_wall_time_never_before_also_when_the_clocks_change(string wall, string instant)
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        var id = await DraftAsync(portal, "nina", "In the night of the clocks");
        await ScheduleAsync(portal, "nina", id, ScheduledStep.Publish, wall);

        var at = DateTime.Parse(instant, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        portal.Clock.Set(at.AddSeconds(-1));
        await portal.RunJobAsync<CarryOutSchedules>();
        (await portal.ItemAsync(id)).PublishedVersionId.ShouldBeNull();
        portal.Clock.Set(at);
        await portal.RunJobAsync<CarryOutSchedules>();
        (await portal.ItemAsync(id)).PublishedVersionId.ShouldNotBeNull();
        (await SchedulesAsync(portal, id)).ShouldBeEmpty();
        (await portal.ReadAsync(db => db.AuditTrail.Where(e => e.SubjectId == id && e.Name == "Published").Select(e => e.UserName).SingleAsync(Cancel))).ShouldBe("nina");
    }

    [Fact]
    public async Task What_the_person_may_not_do_any_more_is_refused_and_they_are_told()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        var id = await DraftAsync(portal, "nina", "Without a role by then");
        await ScheduleAsync(portal, "nina", id, ScheduledStep.Publish, "2026-06-16T08:00");
        await portal.ReadAsync(async db => await db.UserRoles.Where(r => db.Users.Any(u => u.Id == r.UserId && u.UserName == "nina")).ExecuteDeleteAsync(Cancel));
        portal.Clock.Set(new(2026, 6, 16, 6, 1, 0, DateTimeKind.Utc));
        await portal.RunJobAsync<CarryOutSchedules>();

        (await portal.ItemAsync(id)).PublishedVersionId.ShouldBeNull();
        var refused = (await SchedulesAsync(portal, id)).Single();
        refused.RefusedUtc.ShouldNotBeNull();
        refused.Refusals()[0].Message.ShouldNotBeEmpty();
        (await portal.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind.Contains("mail") || m.Kind.Contains("Mail"), Cancel))).ShouldBe(0, "it stands in the mail of the day");
        (await portal.UnreadAsync("nina")).ShouldBe(["“Without a role by then” was not published, as you had scheduled."]);
        // It is not tried again and again.
        var audited = await AuditedAsync(portal, id);
        await portal.RunJobAsync<CarryOutSchedules>();
        (await AuditedAsync(portal, id)).ShouldBe(audited);
    }

    [Fact]
    public async Task It_is_shown_in_the_list_and_beside_the_form_taken_off_at_its_time_and_can_be_cancelled()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        var nina = await portal.SignedInAsync("nina");
        var id = await DraftAsync(portal, "nina", "For a week only");
        await portal.PublishAsync(id);
        await SendAsync(portal, nina, id, "Unpublish", "2026-06-22T12:00", HttpStatusCode.Redirect);
        (await portal.PageAsync("/admin/content?state=Scheduled", nina)).QuerySelector($"tr:has([value='{id}'])")!.TextContent.ShouldContain("Public until 22\u00A0June\u00A02026 at 12:00, Central European Time (UTC+2)");
        var form = await portal.PageAsync($"/admin/content/{id}", nina);
        form.QuerySelector(".schedule")!.TextContent.ShouldContain("22\u00A0June\u00A02026 at 12:00");

        using (var cancelled = await nina.PostFormAsync($"/admin/content/{id}/schedule/cancel", new Form { ["step"] = "Unpublish", ["__RequestVerificationToken"] = form.TokenOf() })) cancelled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SchedulesAsync(portal, id)).ShouldBeEmpty();

        await SendAsync(portal, nina, id, "Unpublish", "2026-06-23T12:00", HttpStatusCode.Redirect);
        portal.Clock.Set(new(2026, 6, 23, 10, 0, 0, DateTimeKind.Utc));
        await portal.RunJobAsync<CarryOutSchedules>();
        (await portal.ItemAsync(id)).PublishedVersionId.ShouldBeNull();
    }

    [Fact]
    public async Task A_time_that_is_over_is_refused_and_what_was_typed_comes_back()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        var nina = await portal.SignedInAsync("nina");
        var id = await DraftAsync(portal, "nina", "Too late");
        var page = await SendAsync(portal, nina, id, "Publish", "2026-06-14T12:00", HttpStatusCode.BadRequest);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("This time is over.");
        page.QuerySelector("#at")!.GetAttribute("value").ShouldBe("2026-06-14T12:00");
        (await portal.AsAsync("fiq", s => s.GetRequiredService<ScheduleContentItem>().RunAsync(new(id, ScheduledStep.Publish, new(2027, 1, 1), "Europe/Belgrade"), Cancel))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
    }

    [Fact]
    public async Task A_recipe_brings_Orchards_parts_along_and_importing_it_twice_changes_nothing()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        JsonObject Item() => new()
        {
            ["ContentItemId"] = "scheduled-by-recipe", ["ContentItemVersionId"] = "scheduled-by-recipe-1", ["ContentType"] = "Article", ["DisplayText"] = "By recipe", ["Latest"] = true, ["Published"] = false,
            ["TitlePart"] = new JsonObject { ["Title"] = "By recipe" }, ["PublishLaterPart"] = new JsonObject { ["ScheduledPublishUtc"] = "2026-06-20T10:00:00Z" }, ["ArchiveLaterPart"] = new JsonObject { ["ScheduledArchiveUtc"] = "2026-06-27T10:00:00Z" },
        };
        Task<Result<ImportContentItem.Outcome>> ImportAsync() => portal.AsSystemAsync(s => s.GetRequiredService<ImportContentItem>().RunAsync(Item(), Cancel));
        (await ImportAsync()).Value.ShouldBe(ImportContentItem.Outcome.Created);
        (await ImportAsync()).Value.ShouldBe(ImportContentItem.Outcome.Unchanged);
        (await SchedulesAsync(portal, "scheduled-by-recipe")).Select(s => (s.Step, s.AtUtc)).ShouldBe([(ScheduledStep.Publish, new DateTime(2026, 6, 20, 10, 0, 0)), (ScheduledStep.Unpublish, new DateTime(2026, 6, 27, 10, 0, 0))]);

        foreach (var (day, isPublic) in new[] { (19, false), (21, true), (28, false) })
        {
            portal.Clock.Set(new(2026, 6, day, 12, 0, 0, DateTimeKind.Utc));
            await portal.RunJobAsync<CarryOutSchedules>();
            ((await portal.ItemAsync("scheduled-by-recipe")).PublishedVersionId is not null).ShouldBe(isPublic);
        }
    }

    static async Task<AngleSharp.Html.Dom.IHtmlDocument> SendAsync(TestPortal portal, HttpClient browser, string id, string step, string at, HttpStatusCode expected)
    {
        var page = await portal.PageAsync($"/admin/content/{id}/schedule", browser);
        using var answer = await browser.PostFormAsync($"/admin/content/{id}/schedule", new Form { ["Step"] = step, ["At"] = at, ["Zone"] = "Europe/Belgrade", ["__RequestVerificationToken"] = page.TokenOf() });
        answer.StatusCode.ShouldBe(expected);
        return await TestPortal.ParseAsync(answer);
    }

    static async Task<string> DraftAsync(TestPortal portal, string user, string title) =>
        (await portal.AsAsync(user, s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", Editing.Text(title)), Cancel))).Value.ContentItemId;

    static async Task ScheduleAsync(TestPortal portal, string user, string id, ScheduledStep step, string wall) =>
        (await portal.AsAsync(user, s => s.GetRequiredService<ScheduleContentItem>().RunAsync(new(id, step, DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture), "Europe/Belgrade"), Cancel))).Problem.ShouldBeNull();

    static Task<List<ContentSchedule>> SchedulesAsync(TestPortal portal, string id) => portal.ReadAsync(db => db.ContentSchedules.AsNoTracking().Where(s => s.ContentItemId == id).OrderBy(s => s.AtUtc).ToListAsync(Cancel));

    static Task<int> AuditedAsync(TestPortal portal, string id) => portal.ReadAsync(db => db.AuditTrail.CountAsync(e => e.SubjectId == id, Cancel));
}

public sealed class ScheduleTestsOnSqlite : ScheduleTests
{
    protected override DatabaseKind Database => DatabaseKind.Sqlite;
}

public sealed class ScheduleTestsOnPostgres : ScheduleTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
