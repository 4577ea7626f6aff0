using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Data.Sqlite;
using Portal.Recipes;
using Portal.Recipes.Actions;
using Portal.Recipes.Models;

namespace Portal.UnitTests.Recipes;

/// <summary>The kernel and this module on a database file of their own, with a folder to put recipes in.</summary>
sealed class PortalWithRecipes : IAsyncDisposable
{
    readonly ServiceProvider services;

    PortalWithRecipes(ServiceProvider services) => this.services = services;

    public required string Folder { get; init; }

    public static async Task<PortalWithRecipes> StartAsync(Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("recipes-").FullName;
        var catalogue = ModuleCatalogue.Of(typeof(Startup).Assembly);
        var collection = new ServiceCollection();
        collection.AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Portal:Recipes:Town"] = "Ferizaj", ["Secret"] = "hidden" }).Build());
        collection.AddSingleton(catalogue).AddSingleton(new EnabledFeatures(catalogue.Features)).AddSingleton(new DataFolder(Path.Combine(folder, "data")));
        collection.AddPortalCms().AddPortalSqlite(SqliteDatabase.ConnectionStringFor(folder));
        new Startup().ConfigureServices(collection);
        more?.Invoke(collection);

        var portal = new PortalWithRecipes(collection.BuildServiceProvider()) { Folder = folder };
        // Not by migration: this model has the tables of the kernel and of one module only.
        await portal.ReadAsync(db => db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken));
        return portal;
    }

    /// <summary>Writes a file into the folder where recipes stand.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs steps, given as JSON objects with commas between them.</summary>
    public Task<Result<RecipeReport>> RunStepsAsync(string steps) => RunAsync(Write("test.recipe.json", $$"""{ "name": "test", "steps": [ {{steps}} ] }"""));

    public async Task<Result<RecipeReport>> RunAsync(string file, bool asSystem = true)
    {
        await using var scope = services.CreateAsyncScope();
        if (asSystem) scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem("test");
        return await scope.ServiceProvider.GetRequiredService<RunRecipe>().RunAsync(file, TestContext.Current.CancellationToken);
    }

    public async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
