using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Recipes.Actions;
using Portal.Users.Actions;
using Portal.Web;

namespace Portal.IntegrationTests.Hosting;

/// <summary>A portal that was set up once, with the demo content and a few accounts. Every test works on a copy of it.</summary>
public static class Template
{
    /// <summary>The instant at which the template was set up and at which every test begins: a Monday noon in summer time.</summary>
    public static readonly DateTime Start = new(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc);

    public const string Password = "a long pass phrase for tests";

    static readonly Lazy<Task<TestData>> OnSqlite = new(() => MakeAsync(DatabaseKind.Sqlite)), OnPostgres = new(() => MakeAsync(DatabaseKind.Postgres));

    /// <returns>A fresh copy, which the caller disposes of.</returns>
    public static async Task<TestData> CopyAsync(DatabaseKind database) => await (await (database == DatabaseKind.Sqlite ? OnSqlite : OnPostgres).Value).CopyAsync();

    static async Task<TestData> MakeAsync(DatabaseKind database)
    {
        var data = await TestData.NewAsync(database);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data.Folder, recursive: true);

        await using (var app = PortalApp.Build(TestPortal.Options(data, new FakeClock(Start))))
        {
            await app.Services.GetRequiredService<IPortalDatabase>().MigrateAsync(CancellationToken.None);
            await RunAsync(app.Services, s => s.GetRequiredService<RunRecipe>().RunAsync(Path.Combine(Repository.Root, "recipes", "forum.recipe.json"), CancellationToken.None));
            foreach (var (name, role, organisation) in Accounts)
            {
                await RunAsync(app.Services, s => s.GetRequiredService<CreateUser>().RunAsync(new(name, $"{name}@example.org", [role], Password, organisation, MustChangePassword: false), CancellationToken.None));
            }
        }

        SqliteConnection.ClearAllPools();
        return data;
    }

    /// <summary>Name, role and organisation of the accounts that tests sign in with.</summary>
    static readonly (string Name, string Role, string? Organisation)[] Accounts =
    [
        ("admin", "Administrator", null), ("arta", "Moderator", null), ("mira", "Moderator", null), ("nina", "NetworkEditor", null), ("tara", "Translator", null), ("fiq", "MemberEditor", "org-fiq"), ("aktiv", "MemberEditor", "org-aktiv"),
    ];

    static async Task RunAsync<T>(IServiceProvider services, Func<IServiceProvider, Task<Cms.Result<T>>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem("setup");
        var outcome = await act(scope.ServiceProvider);
        outcome.Problem.ShouldBeNull();
    }
}
