using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.Cms.Jobs;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Jobs;

public class JobTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    /// <summary>Notes as whom it ran; its first run fails.</summary>
    public sealed class NotingJob(CurrentUser user, Notes notes) : IJob
    {
        public Task RunAsync(CancellationToken cancel)
        {
            notes.Runs.Enqueue(user.Name!);
            return notes.Runs.Count == 1 ? throw new InvalidOperationException("The first run fails.") : Task.CompletedTask;
        }
    }

    public sealed class Notes
    {
        public ConcurrentQueue<string> Runs { get; } = new();
    }

    [Fact]
    public async Task A_serving_process_runs_jobs_again_and_again_as_the_portal_itself_even_after_one_failed()
    {
        await using var data = await Template.CopyAsync(Database);
        var notes = new Notes();
        await using var host = PortalApp.Build(data.Options with
        {
            RunsWorkers = true,
            Configure = builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(notes).AddJob<NotingJob>(TimeSpan.FromMilliseconds(200));
            },
        });
        await host.StartAsync(TestContext.Current.CancellationToken);

        for (var i = 0; i < 100 && notes.Runs.Count < 3; i++) await Task.Delay(100, TestContext.Current.CancellationToken);

        notes.Runs.Count.ShouldBeGreaterThanOrEqualTo(3);
        notes.Runs.ShouldAllBe(name => name == nameof(NotingJob));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class JobTestsOnPostgres : JobTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
