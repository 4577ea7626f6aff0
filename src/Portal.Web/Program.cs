using Portal.Web;

var folder = PortalOptions.DefaultDataFolder(Directory.GetCurrentDirectory());
var app = PortalApp.Build(new() { DataFolder = folder, RunsWorkers = true, HostArguments = args });
await app.Services.GetRequiredService<Portal.Cms.Data.IPortalDatabase>().MigrateAsync(CancellationToken.None);
await app.RunAsync();
return 0;
