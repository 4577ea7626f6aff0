namespace Portal.BrowserTests.Hosting;

/// <summary>A portal of a test class's own: a copy of the demo, served until the class is done.</summary>
public sealed class ServedDemo(DemoData data) : IAsyncLifetime
{
    public PortalProcess Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await PortalProcess.ServeAsync(data.Copy());

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Directory.Delete(Portal.Folder, recursive: true);
    }
}
