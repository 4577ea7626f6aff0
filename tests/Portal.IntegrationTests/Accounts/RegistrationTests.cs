using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Users.Models;
using Portal.Web;

namespace Portal.IntegrationTests.Accounts;

public class RegistrationTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    Task<TestPortal> StartAsync() => TestPortal.StartAsync(database: Database);

    [Fact]
    public async Task A_citizen_registers_by_mail_in_the_language_of_the_page_and_is_signed_in()
    {
        await using var portal = await StartAsync();
        var citizen = new Citizen(portal, "amra@example.org");
        using var asked = await citizen.SendAsync("/register?lang=bs", new Form { ["email"] = "amra@example.org" });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.ReadAsync(db => db.Users.AnyAsync(u => u.Email == "amra@example.org", TestContext.Current.CancellationToken))).ShouldBeFalse();

        var letter = (await portal.LettersAsync()).Single();
        (letter.To, letter.Language).ShouldBe(("amra@example.org", "bs"));
        letter.Text.ShouldContain("Izaberite ovdje lozinku");
        using var chosen = await citizen.ChooseAsync(letter.Link);

        chosen.Headers.Location!.ToString().ShouldBe("/account?welcome=true");
        var page = await citizen.PageAsync("/account");
        page.DocumentElement.GetAttribute("lang").ShouldBe("bs");
        page.QuerySelector("main")!.TextContent.ShouldContain("amra@example.org");
        page.QuerySelector("a[href='/admin']").ShouldBeNull();
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_there_is_an_account_and_the_mail_tells_the_difference()
    {
        await using var portal = await StartAsync();
        foreach (var path in new[] { "/register", "/password/forgotten" })
        {
            using var known = await new Citizen(portal, "mira@example.org").SendAsync(path, new Form { ["email"] = "mira@example.org" });
            using var unknown = await new Citizen(portal, "nora@example.org").SendAsync(path, new Form { ["email"] = "nora@example.org" });
            unknown.StatusCode.ShouldBe(known.StatusCode);
            var (first, second) = (await TestPortal.ParseAsync(known), await TestPortal.ParseAsync(unknown));
            second.QuerySelector("main")!.TextContent.ShouldBe(first.QuerySelector("main")!.TextContent.Replace("mira@", "nora@", StringComparison.Ordinal));
        }

        var letters = await portal.LettersAsync();
        letters.Count(l => l.To == "nora@example.org").ShouldBe(1);
        letters.Where(l => l.To == "mira@example.org").Select(l => l.Text.Contains("/register/password", StringComparison.Ordinal)).ShouldBe([false, false]);
    }

    [Fact]
    public async Task Asking_writes_the_same_whether_or_not_there_is_an_account()
    {
        await using var portal = await StartAsync();
        var costs = new List<int>();
        foreach (var email in new[] { "warm@example.org", "mira@example.org", "nora@example.org" })
        {
            var citizen = new Citizen(portal, email);
            var before = portal.Queries.Count;
            using var asked = await citizen.SendAsync("/password/forgotten", new Form { ["email"] = email });
            costs.Add(portal.Queries.Count - before);
        }

        costs[2].ShouldBe(costs[1]);
    }

    [Fact]
    public async Task A_link_works_once_and_for_a_day()
    {
        await using var portal = await StartAsync();
        var citizen = new Citizen(portal, "amra@example.org");
        using var asked = await citizen.SendAsync("/register", new Form { ["email"] = citizen.Email });
        var link = (await portal.LettersAsync()).Single().Link;
        using (var looked = await citizen.Browser.AskAsync(link))
        {
            looked.StatusCode.ShouldBe(HttpStatusCode.OK);
            looked.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            looked.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        using (var used = await citizen.ChooseAsync(link)) used.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var again = await portal.NewClient().AskAsync(link)) again.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var another = await citizen.SendAsync("/password/forgotten", new Form { ["email"] = citizen.Email });
        var reset = (await portal.LettersAsync()).Single(l => l.Text.Contains("/password/new", StringComparison.Ordinal)).Link;
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        using var late = await citizen.Browser.AskAsync(reset);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("qwertyuiopas")]
    [InlineData("passwordpassword")]
    [InlineData("abcabcabcabc")]
    public async Task Common_passwords_are_refused_and_the_link_stays_good(string password)
    {
        await using var portal = await StartAsync();
        var citizen = new Citizen(portal, "amra@example.org");
        using var asked = await citizen.SendAsync("/register", new Form { ["email"] = citizen.Email });
        var link = (await portal.LettersAsync()).Single().Link;

        using (var weak = await citizen.ChooseAsync(link, password)) weak.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var strong = await citizen.ChooseAsync(link);
        strong.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Nobodys_letter_box_can_be_filled_and_nobody_is_told_that_it_is_full()
    {
        await using var portal = await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            using var asked = await new Citizen(portal, "mira@example.org", $"192.0.2.{i}").SendAsync("/password/forgotten", new Form { ["email"] = i % 2 == 0 ? "mira@example.org" : "MIRA@example.org" });
            asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await portal.LettersAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_connection_cannot_ask_for_letters_without_end()
    {
        await using var portal = await StartAsync();
        var citizen = new Citizen(portal, "", "192.0.2.1");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            using var asked = await citizen.SendAsync("/register", new Form { ["email"] = $"made-up-{i}@example.org" });
            statuses.Add(asked.StatusCode);
        }

        statuses[29].ShouldBe(HttpStatusCode.OK);
        statuses[30].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_and_sessions_elsewhere_end()
    {
        await using var portal = await StartAsync();
        var citizen = await Citizen.RegisteredAsync(portal, "amra@example.org");
        var elsewhere = new Citizen(portal, citizen.Email);
        using var asked = await elsewhere.SendAsync("/password/forgotten", new Form { ["email"] = citizen.Email });
        using var chosen = await elsewhere.ChooseAsync((await portal.LettersAsync()).Single(l => l.Text.Contains("/password/new", StringComparison.Ordinal)).Link, "pesë fjalë të tjera rastësore");
        chosen.Headers.Location!.ToString().ShouldBe("/sign-in");

        using (var ended = await citizen.Browser.AskAsync("/account")) ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var old = await citizen.SignInAsync()) old.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var entered = await citizen.SignInAsync("pesë fjalë të tjera rastësore");
        entered.Headers.Location!.ToString().ShouldBe("/account");
        (await portal.LettersAsync()).ShouldContain(l => l.To == citizen.Email && l.Language == "bs");
    }

    [Fact]
    public async Task Where_nobody_set_the_sites_address_no_mail_leads_to_the_host_that_a_request_names()
    {
        await using var portal = await StartAsync();
        var citizen = new Citizen(portal, "amra@example.org");
        citizen.Browser.BaseAddress = new("http://evil.example");
        using var asked = await citizen.SendAsync("/register", new Form { ["email"] = citizen.Email });
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await portal.LettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_waits_encrypted_for_its_confirmation()
    {
        await using var portal = await StartAsync();
        var citizen = new Citizen(portal, "very-secret-address@example.org");
        using var asked = await citizen.SendAsync("/register", new Form { ["email"] = citizen.Email });
        var waiting = await portal.ReadAsync(db => db.Outbox.Select(m => m.Payload).ToListAsync(TestContext.Current.CancellationToken));
        waiting.ShouldHaveSingleItem().ShouldNotContain("very-secret");
        await portal.LettersAsync();
        (await portal.ReadAsync(db => db.MailedLinks.SingleAsync(TestContext.Current.CancellationToken))).ProtectedContent.ShouldNotContain("very-secret");
    }
}

public sealed class RegistrationTestsOnPostgres : RegistrationTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
