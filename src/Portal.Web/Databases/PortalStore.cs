namespace Portal.Web.Databases;

/// <summary>What the host has to know of its database before there are services: <see cref="SqliteStore"/> or <see cref="PostgresStore"/>.</summary>
public abstract class PortalStore
{
    /// <summary>What the operator knows it by; without a password.</summary>
    public abstract string Name { get; }

    /// <summary>Whether several nodes may work with it. Then its schema is changed by <c>migrate</c> only, and nobody has a folder to themselves.</summary>
    public abstract bool IsShared { get; }

    public abstract void AddTo(IServiceCollection services);

    /// <returns>Ids of the enabled features; null where there is no portal yet.</returns>
    public abstract IReadOnlyList<string>? ReadEnabledFeatures();

    /// <summary>Whether there is a portal in it.</summary>
    public abstract bool IsSetUp();

    /// <summary>Runs a setup so that it leaves a whole portal or none.</summary>
    /// <param name="fill">Builds a host from the options it is given, and fills the database in one transaction.</param>
    public abstract Task SetUpAsync(PortalOptions options, Func<PortalOptions, Task> fill, CancellationToken cancel);

    /// <exception cref="Commands.CommandException">The schema is not that of this program, and it is not for a start to change it.</exception>
    public abstract Task DemandSchemaAsync(CancellationToken cancel);
}
