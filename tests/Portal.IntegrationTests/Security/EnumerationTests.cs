using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.IntegrationTests.Accounts;
using Portal.IntegrationTests.Hosting;
using Portal.Users.Passwords;

namespace Portal.IntegrationTests.Security;

/// <summary>Nobody learns who has an account: neither by an answer, nor by the work that is done for it, nor by the time that it takes.</summary>
public sealed class EnumerationTests
{
    const string Known = "mira@example.org", Unknown = "nora@example.org";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_costly_work_is_done_whether_or_not_there_is_an_account()
    {
        var hashing = new Hashing();
        await using var portal = await TestPortal.StartAsync(services: s => s.AddScoped<IPasswordHasher<User>>(p => hashing.Around(ActivatorUtilities.CreateInstance<PasswordHasher<User>>(p))));
        foreach (var path in new[] { "/register", "/password/forgotten", "/sign-in" })
        {
            var work = new List<(int Compared, int Hashed, int Waiting, HttpStatusCode Status)>();
            foreach (var email in new[] { "warm@example.org", Known, Unknown, "tara", "nobody-of-this-name" })
            {
                if (path != "/sign-in" && !email.Contains('@', StringComparison.Ordinal)) continue;
                await portal.LettersAsync();
                hashing.Reset();
                using var answer = path == "/sign-in" ? await portal.NewClient().SignInAsync(email, "a wrong pass phrase") : await new Citizen(portal, email).SendAsync(path, new Form { ["email"] = email });
                work.Add((hashing.Compared, hashing.Hashed, await portal.ReadAsync(db => db.Outbox.CountAsync(Cancel)), answer.StatusCode));
            }

            work.Distinct().Count().ShouldBe(1, path);
            work[0].Compared.ShouldBe(path == "/sign-in" ? 1 : 0, path);
        }
    }

    /// <summary>Also after five attempts, when one account rests and the other never was.</summary>
    [Fact]
    public async Task A_resting_account_costs_what_none_costs()
    {
        var hashing = new Hashing();
        await using var portal = await TestPortal.StartAsync(services: s => s.AddScoped<IPasswordHasher<User>>(p => hashing.Around(ActivatorUtilities.CreateInstance<PasswordHasher<User>>(p))));
        for (var i = 0; i < 7; i++)
        {
            foreach (var name in new[] { "mira", "nobody-of-this-name" })
            {
                hashing.Reset();
                using var answer = await portal.NewClient().SignInAsync(name, i == 6 ? Template.Password : "a wrong pass phrase");
                (answer.StatusCode, hashing.Compared, hashing.Hashed).ShouldBe((HttpStatusCode.BadRequest, 1, 0));
            }
        }
    }

    [Fact]
    public async Task Signing_in_takes_as_long_for_an_account_as_for_none()
    {
        await using var portal = await TestPortal.StartAsync(services: s => s.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = PasswordCheck.Rounds));
        await portal.AsSystemAsync(async s =>
        {
            var (db, check) = (s.GetRequiredService<PortalDb>(), s.GetRequiredService<PasswordCheck>());
            var account = await db.Set<User>().SingleAsync(u => u.UserName == "tara", Cancel);
            account.PasswordHash = check.Hash(account, Template.Password);
            return await db.SaveChangesAsync(Cancel);
        });
        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal) { ["tara"] = [], ["nobody-of-this-name"] = [] };
        // In turns, so that whatever else the machine does slows both; the first of each is not counted.
        for (var i = 0; i < 16; i++)
        {
            foreach (var (name, taken) in times)
            {
                var browser = portal.NewClient();
                using var page = await browser.AskAsync("/sign-in");
                var form = new Form { ["userName"] = name, ["password"] = "a wrong pass phrase", ["__RequestVerificationToken"] = (await TestPortal.ParseAsync(page)).TokenOf() };
                var watch = Stopwatch.StartNew();
                using var answer = await browser.PostFormAsync("/sign-in", form);
                if (i > 0) taken.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        var (known, unknown) = (Median(times["tara"]), Median(times["nobody-of-this-name"]));
        (known / unknown).ShouldBeInRange(0.6, 1.67, $"{known:F1} ms for an account, {unknown:F1} ms for none");
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>Counts what the hasher of passwords is asked.</summary>
    sealed class Hashing
    {
        int compared, hashed;

        public int Compared => compared;

        public int Hashed => hashed;

        public void Reset() => (compared, hashed) = (0, 0);

        public IPasswordHasher<User> Around(IPasswordHasher<User> hasher) => new Counting(this, hasher);

        sealed class Counting(Hashing counts, IPasswordHasher<User> inner) : IPasswordHasher<User>
        {
            public string HashPassword(User user, string password)
            {
                Interlocked.Increment(ref counts.hashed);
                return inner.HashPassword(user, password);
            }

            public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
            {
                Interlocked.Increment(ref counts.compared);
                return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
            }
        }
    }
}
