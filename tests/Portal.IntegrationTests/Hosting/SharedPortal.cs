using Portal.Web;

namespace Portal.IntegrationTests.Hosting;

/// <summary>One portal for all tests of a class that do not disturb one another.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class SharedPostgresPortal : IAsyncLifetime
{
    public TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await TestPortal.StartAsync(database: DatabaseKind.Postgres);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
