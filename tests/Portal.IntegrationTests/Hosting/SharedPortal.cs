namespace Portal.IntegrationTests.Hosting;

/// <summary>One portal for all tests of a class that do not disturb one another.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
