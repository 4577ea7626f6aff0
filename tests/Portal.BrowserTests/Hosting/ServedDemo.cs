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

/// <summary>The portal that all classes share whose tests change nothing: its pages are made once for all of them.</summary>
public sealed class ReadDemo(DemoData data) : IAsyncLifetime
{
    public PortalProcess Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await data.SharedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
