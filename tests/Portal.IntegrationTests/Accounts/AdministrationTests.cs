using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Accounts;

public class AdministrationTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    Task<TestPortal> StartAsync() => TestPortal.StartAsync(database: Database);

    [Fact]
    public async Task Who_is_invited_chooses_name_and_password_and_has_the_role_and_the_organisation()
    {
        await using var portal = await StartAsync();
        var admin = await portal.SignedInAsync("admin");
        using var invited = await SendAsync(portal, admin, "/admin/invitations", new Form { ["email"] = "besa@example.org", ["role"] = "MemberEditor", ["organisation"] = "org-fiq", ["culture"] = "sq" });
        invited.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var letter = (await portal.LettersAsync()).Single(l => l.To == "besa@example.org");
        (letter.Language, letter.Text.Contains("Iniciativa Qytetare", StringComparison.Ordinal)).ShouldBe(("sq", true));
        var besa = new Citizen(portal, "besa@example.org");
        using (var accepted = await besa.ChooseAsync(letter.Link, userName: "besa")) accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var again = await portal.NewClient().AskAsync(letter.Link)) again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var content = await besa.Browser.AskAsync("/admin/content")) content.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "besa").Select(u => u.OrganisationSet).SingleAsync(TestContext.Current.CancellationToken))).ShouldBe("org-fiq");
    }

    [Fact]
    public async Task An_invitation_that_was_withdrawn_opens_nothing()
    {
        await using var portal = await StartAsync();
        var admin = await portal.SignedInAsync("admin");
        using (var invited = await SendAsync(portal, admin, "/admin/invitations", new Form { ["email"] = "besa@example.org", ["role"] = "Moderator", ["culture"] = "sq" })) invited.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = (await portal.LettersAsync()).Single().Link;
        var page = await portal.PageAsync("/admin/invitations", admin);
        var form = page.QuerySelector("form[action$='/withdraw']")!;
        using (var withdrawn = await admin.PostFormAsync(form.GetAttribute("action")!, new Form { ["__RequestVerificationToken"] = page.TokenOf() })) withdrawn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var late = await portal.NewClient().AskAsync(link);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Accounts_are_found_page_by_page_at_the_same_cost()
    {
        await using var portal = await StartAsync();
        await portal.ReadAsync(async db =>
        {
            db.Users.AddRange(Enumerable.Range(0, 120).Select(i => new User { UserName = $"citizen-{i:000}", NormalizedUserName = $"CITIZEN-{i:000}", Email = $"c{i}@example.org", NormalizedEmail = $"C{i}@EXAMPLE.ORG" }));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var admin = await portal.SignedInAsync("admin");
        await portal.PageAsync("/admin/users", admin);

        var (seen, costs, path) = (new List<string>(), new List<int>(), "/admin/users?q=citizen");
        for (string? next = path; next is not null;)
        {
            var before = portal.Queries.Count;
            var page = await portal.PageAsync(next, admin);
            costs.Add(portal.Queries.Count - before);
            seen.AddRange(page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.ShouldBe(Enumerable.Range(0, 120).Select(i => $"citizen-{i:000}"));
        costs.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_counts_at_the_next_request()
    {
        await using var portal = await StartAsync();
        var (admin, nina) = (await portal.SignedInAsync("admin"), await portal.SignedInAsync("nina"));
        using (var open = await nina.AskAsync("/admin/content")) open.StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "nina").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken));
        using (var saved = await SendAsync(portal, admin, $"/admin/users/{id}/roles", new Form(), $"/admin/users/{id}")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var refused = await nina.AskAsync("/admin/content");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.ReadAsync(db => db.AuditTrail.AnyAsync(e => e.Category == "User" && e.Name == "RolesChanged" && e.SubjectId == id, TestContext.Current.CancellationToken))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_role_allows_what_the_matrix_says_from_the_next_request_on()
    {
        await using var portal = await StartAsync();
        var (admin, tara) = (await portal.SignedInAsync("admin"), await portal.SignedInAsync("tara"));
        using (var closed = await tara.AskAsync("/admin/moderation")) closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var saved = await SendAsync(portal, admin, "/admin/roles/Translator", new Form { ["granted"] = "ModerateSubmissions" }, "/admin/roles")) saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var open = await tara.AskAsync("/admin/moderation");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
        var matrix = await portal.PageAsync("/admin/roles", admin);
        matrix.QuerySelectorAll(".matrix thead th").Length.ShouldBe(matrix.QuerySelectorAll(".matrix tbody tr:first-child > *").Length);
    }

    [Fact]
    public async Task Nobody_is_left_without_an_administrator()
    {
        await using var portal = await StartAsync();
        var admin = await portal.SignedInAsync("admin");
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken));
        using (var roles = await SendAsync(portal, admin, $"/admin/users/{id}/roles", new Form { ["roles"] = "Translator" }, $"/admin/users/{id}")) roles.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using (var close = await SendAsync(portal, admin, $"/admin/users/{id}/close", new Form(), $"/admin/users/{id}")) close.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using (var role = await SendAsync(portal, admin, "/admin/roles/Administrator", new Form(), "/admin/roles")) role.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var open = await admin.AskAsync("/admin/users");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_makes_a_token_sees_it_once_and_ends_it()
    {
        await using var portal = await StartAsync();
        var arta = await portal.SignedInAsync("arta");
        using var made = await SendAsync(portal, arta, "/account/tokens", new Form { ["name"] = "my screen", ["scopes"] = "moderation", ["days"] = "30" });
        var token = (await TestPortal.ParseAsync(made)).QuerySelector(".secret")!.TextContent;
        var page = await portal.PageAsync("/account/tokens", arta);
        page.Body!.TextContent.ShouldNotContain(token);

        var program = portal.NewClient();
        using (var allowed = await program.AskAsync("/api/v1/moderation/queue", ("Authorization", $"Bearer {token}"))) allowed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = page.QuerySelector("form[action='/account/tokens/revoke'] input[name=id]")!.GetAttribute("value")!;
        var mira = await portal.SignedInAsync("mira");
        using (await SendAsync(portal, mira, "/account/tokens/revoke", new Form { ["id"] = id }, "/account/tokens")) { }
        using (var still = await program.AskAsync("/api/v1/moderation/queue", ("Authorization", $"Bearer {token}"))) still.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (await SendAsync(portal, arta, "/account/tokens/revoke", new Form { ["id"] = id }, "/account/tokens")) { }
        using var ended = await program.AskAsync("/api/v1/moderation/queue", ("Authorization", $"Bearer {token}"));
        ended.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_second_factor_that_was_taken_off_is_added_anew_at_the_next_sign_in()
    {
        await using var portal = await StartAsync();
        var (admin, arta) = (await portal.SignedInAsync("admin"), await portal.SignedInAsync("arta"));
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "arta").Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken));
        using (var reset = await SendAsync(portal, admin, $"/admin/users/{id}/second-factor", new Form(), $"/admin/users/{id}")) reset.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var ended = await arta.AskAsync("/admin")) ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var browser = portal.NewClient();
        using (var entered = await browser.SignInAsync("arta", Template.Password)) entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var led = await browser.AskAsync("/admin");
        led.Headers.Location!.ToString().ShouldBe("/account/second-factor");
        (await portal.LettersAsync()).ShouldContain(l => l.To == "arta@example.org");
    }

    static async Task<HttpResponseMessage> SendAsync(TestPortal portal, HttpClient browser, string path, Form fields, string? from = null)
    {
        var page = await portal.PageAsync(from ?? path, browser);
        fields["__RequestVerificationToken"] = page.TokenOf();
        return await browser.PostFormAsync(path, fields);
    }
}

public sealed class AdministrationTestsOnPostgres : AdministrationTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
