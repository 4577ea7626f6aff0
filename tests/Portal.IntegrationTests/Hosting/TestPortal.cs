using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Cms.Security;
using Portal.Data.Postgres;
using Portal.Data.Sqlite;
using Portal.Users.Actions;
using Portal.Web;

namespace Portal.IntegrationTests.Hosting;

/// <summary>The real host on a copy of the template, with a clock that the test moves.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    readonly WebApplication app;
    readonly TestData data;
    readonly bool ownsData;

    TestPortal(WebApplication app, TestData data, bool ownsData, FakeClock clock, QueryCounter queries)
    {
        (this.app, this.data, this.ownsData, Clock, Queries) = (app, data, ownsData, clock, queries);
        Client = NewClient();
    }

    public FakeClock Clock { get; }

    /// <summary>Counts the commands that reach the database.</summary>
    public QueryCounter Queries { get; }

    /// <summary>A visitor without a session.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public string Folder => data.Folder;

    /// <param name="followsChanges">Reads the change log, as a serving process does.</param>
    /// <param name="settings">What the operator says in the environment.</param>
    /// <param name="services">Puts something that watches in the place of a service, or beside it.</param>
    public static async Task<TestPortal> StartAsync(
        DateTime? now = null, bool followsChanges = false, DatabaseKind database = DatabaseKind.Sqlite, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null) =>
        await StartAsync(await Template.CopyAsync(database), new FakeClock(now ?? Template.Start), followsChanges, ownsData: true, settings, services);

    /// <summary>Another process on the same data that does not serve: a command.</summary>
    public WebApplication CommandBeside() => PortalApp.Build(Options(data, Clock));

    /// <summary>Another process on the same data.</summary>
    public Task<TestPortal> BesideAsync() => StartAsync(data, Clock, followsChanges: false, ownsData: false);

    static async Task<TestPortal> StartAsync(TestData data, FakeClock clock, bool followsChanges, bool ownsData, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var queries = new QueryCounter();
        var host = PortalApp.Build(Options(data, clock, queries, followsChanges, settings, services));
        await host.StartAsync();
        return new(host, data, ownsData, clock, queries);
    }

    /// <summary>Makes the tables, as <c>migrate</c> does.</summary>
    public static async Task MigrateAsync(TestData data)
    {
        await using var host = PortalApp.Build(Options(data, new FakeClock(Template.Start)));
        await host.Services.GetRequiredService<IPortalDatabase>().MigrateAsync(CancellationToken.None);
    }

    public static PortalOptions Options(TestData data, FakeClock clock, QueryCounter? queries = null, bool followsChanges = false, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null) => data.Options with
    {
        Configure = builder =>
        {
            builder.WebHost.UseTestServer();
            if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders();
            // Tests send as fast as they can; the one about haste sets its own.
            builder.Configuration["Portal:Participation:LeastSeconds"] = "0";
            // Tests sign in many hundreds of times; a test about the cost of a password asks for the true one.
            builder.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            builder.Services.AddSingleton<TimeProvider>(clock);
            // The platform's own store looks at the system's clock.
            builder.Services.AddSingleton<IOutputCacheStore>(new ClockedPages(clock));
            if (followsChanges) builder.Services.AddHostedService<ChangeLogTail>();
            if (queries is not null) builder.Services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(queries)).ConfigureDbContext<PostgresPortalDb>(o => o.AddInterceptors(queries));
            services?.Invoke(builder.Services);
        },
    };

    /// <summary>A browser of its own: keeps cookies, follows no redirects.</summary>
    /// <param name="from">Network address that it comes from; null = one that no limit counts.</param>
    public HttpClient NewClient(string? from = null)
    {
        var address = from is null ? null : IPAddress.Parse(from);
        return new(new CookieKeeper(app.GetTestServer().CreateHandler(context => context.Connection.RemoteIpAddress = address))) { BaseAddress = new("http://localhost") };
    }

    /// <summary>A program with a token.</summary>
    public async Task<HttpClient> ProgramAsync(string user, string scope)
    {
        var token = await AsSystemAsync(s => s.GetRequiredService<CreateToken>().RunAsync(new(user, $"{user} {scope}", [scope], null), CancellationToken.None));
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return client;
    }

    public async Task<T> AsSystemAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem("test");
        return await act(scope.ServiceProvider);
    }

    /// <summary>Runs a job once, now, as its schedule would.</summary>
    public Task RunJobAsync<TJob>() where TJob : class, IJob => AsSystemAsync(async s =>
    {
        await s.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
        return true;
    });

    public Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read) => AsSystemAsync(s => read(s.GetRequiredService<PortalDb>()));

    public async Task<IHtmlDocument> PageAsync(string path, HttpClient? client = null)
    {
        using var response = await (client ?? Client).GetAsync(new Uri(path, UriKind.Relative));
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        return await ParseAsync(response);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonObject>())!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsData) await data.DisposeAsync();
    }
}
