using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Moderation;

/// <summary>The public list of reasons, as administrators word it.</summary>
public sealed class ReasonTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Page = "/en/consultations/community-safety-action-plan";

    readonly TestPortal portal = shared.Portal;
    readonly ModerationDesk desk = new(shared.Portal);

    [Fact]
    public async Task A_new_wording_counts_from_then_on_and_old_decisions_keep_theirs_in_every_language()
    {
        var before = await desk.ReceiveAsync("Declined under the old wording.");
        await desk.DecidedAsync("arta", before, Step.Decline, "unlawful");
        var admin = await portal.SignedInAsync("admin");
        using var saved = await SaveAsync(admin, "unlawful", "The law forbids it");
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await desk.ReceiveAsync("Declined under the new wording.");
        await desk.DecidedAsync("arta", after, Step.Decline, "unlawful");

        var page = await portal.PageAsync(Page);
        page.GetElementById($"c-{before}")!.TextContent.ShouldContain("Publishing it would be unlawful");
        page.GetElementById($"c-{after}")!.TextContent.ShouldContain("The law forbids it en");
        (await portal.PageAsync("/sr-Latn/konsultacije/akcioni-plan-za-bezbednost")).GetElementById($"c-{after}")!.TextContent.ShouldContain("Zakon");
        (await portal.PageAsync(Page + "/moderation")).QuerySelector("main")!.TextContent.ShouldContain("The law forbids it en");
    }

    [Fact]
    public async Task A_reason_needs_a_wording_in_every_language_and_the_form_comes_back_whole()
    {
        var admin = await portal.SignedInAsync("admin");
        using var refused = await SaveAsync(admin, "new-one", "New", ("Names[sq]", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(refused);
        page.QuerySelector("[role=alert] a[href='#name-sq']").ShouldNotBeNull();
        page.QuerySelector("#name-en")!.GetAttribute("value").ShouldBe("New en");
    }

    [Fact]
    public async Task A_reason_that_was_added_can_be_chosen_and_one_taken_out_of_use_cannot()
    {
        var admin = await portal.SignedInAsync("admin");
        using var added = await SaveAsync(admin, "copied", "Copied");
        var id = await desk.ReceiveAsync("Declined for an added reason.");
        await desk.DecidedAsync("arta", id, Step.Decline, "copied");
        using var ended = await SaveAsync(admin, "copied", "Copied", ("isActive", "false"));
        var other = await desk.ReceiveAsync("Not declined for a reason out of use.");
        (await desk.DecideAsync("arta", other, Step.Decline, "copied")).Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe("reason");
        (await portal.PageAsync(Page)).GetElementById($"c-{id}")!.TextContent.ShouldContain("Copied en");
    }

    [Fact]
    public async Task The_list_travels_as_a_recipe_and_a_second_run_changes_nothing()
    {
        await using var from = await TestPortal.StartAsync();
        await using var to = await TestPortal.StartAsync();
        var admin = await from.SignedInAsync("admin");
        using var saved = await SaveAsync(admin, "travels", "Travels");
        using var file = await admin.AskAsync("/admin/moderation/reasons/recipe.json");
        var path = Path.Combine(to.Folder, "reasons.recipe.json");
        await File.WriteAllBytesAsync(path, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var first = await RunAsync();
        first.Problem.ShouldBeNull();
        var reason = (await to.AsSystemAsync(async s => await s.GetRequiredService<ReasonList>().GetAsync())).Newest.Single(r => r.Key == "travels");
        reason.Texts["sr"].Name.ShouldBe("Закон то забрањује");
        var worded = await to.ReadAsync(db => db.ModerationReasons.CountAsync(TestContext.Current.CancellationToken));
        worded.ShouldBe(1, "Reasons that say what the portal brings stay as they came.");
        (await RunAsync()).Problem.ShouldBeNull();
        (await to.ReadAsync(db => db.ModerationReasons.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(worded);

        Task<Cms.Result<Portal.Recipes.Models.RecipeReport>> RunAsync() => to.AsSystemAsync(s => s.GetRequiredService<Portal.Recipes.Actions.RunRecipe>().RunAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Moderators_do_not_word_reasons()
    {
        var arta = await portal.SignedInAsync("arta");
        using var list = await arta.AskAsync("/admin/moderation/reasons");
        list.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    static async Task<HttpResponseMessage> SaveAsync(HttpClient admin, string key, string name, params (string Name, string Value)[] changes)
    {
        using var page = await admin.AskAsync("/admin/moderation/reasons/edit");
        var fields = new Form { ["key"] = key, ["position"] = "9", ["isActive"] = "true", ["isForReports"] = "true", ["hidesAtOnce"] = "false", ["__RequestVerificationToken"] = (await TestPortal.ParseAsync(page)).TokenOf() };
        foreach (var culture in new[] { "sq", "bs", "en" }) (fields[$"Names[{culture}]"], fields[$"Explanations[{culture}]"]) = ($"{name} {culture}", $"What {name} means.");
        (fields["Names[sr]"], fields["Explanations[sr]"]) = ("Закон то забрањује", "Шта то значи.");
        foreach (var (field, value) in changes) fields[field] = value;
        return await admin.PostFormAsync("/admin/moderation/reasons/edit", fields);
    }
}
