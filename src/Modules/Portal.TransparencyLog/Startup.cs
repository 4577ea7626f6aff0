using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Modules;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Api;
using Portal.TransparencyLog.Queries;
using Portal.TransparencyLog.Signing;
using Portal.TransparencyLog.Storage;

namespace Portal.TransparencyLog;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddActions<CommitToLog>()
        .AddQueries<TreeHeads>()
        .AddScoped<StoredTree>()
        .AddScoped<LogKindNames>()
        .AddScoped<LogKeys>()
        .AddSingleton<SigningKeyFile>()
        .AddImpersonalTables("LogPending", "LogEntry", "LogNode", "LogHead", "LogKey")
        .AddWorker<Sequencer>();

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapLogApi();
}
