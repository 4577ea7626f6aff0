using Portal.IntegrationTests.Hosting;
using Portal.Web;
using Portal.Web.Commands;
using Portal.Web.Setup;

namespace Portal.IntegrationTests.Data;

/// <summary>A setup leaves a whole portal or none.</summary>
public abstract class SetupTests(DatabaseKind database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_setup_that_stops_leaves_nothing_and_the_next_one_succeeds()
    {
        await using var data = await EmptyAsync();
        var recipe = Path.Combine(data.Folder, "stops.recipe.json");
        await File.WriteAllTextAsync(recipe, """{ "name": "stops", "steps": [ { "name": "settings", "SiteName": "Kept?" }, { "name": "Content", "data": [ { "ContentType": "Page" } ] } ] }""", Cancel);

        await Should.ThrowAsync<CommandException>(() => PortalSetup.RunAsync(data.Options, new(recipe), Cancel));
        PortalSetup.IsDone(data.Options).ShouldBeFalse();

        await PortalSetup.RunAsync(data.Options, new(RecipeFiles.Find("blank")), Cancel);
        PortalSetup.IsDone(data.Options).ShouldBeTrue();
        data.Options.Store.ReadEnabledFeatures()!.ShouldContain(f => f == "Portal.Site");
    }

    /// <summary>What an operator has before the setup.</summary>
    protected virtual Task<TestData> EmptyAsync() => TestData.NewAsync(database);
}

public sealed class SetupTestsOnSqlite() : SetupTests(DatabaseKind.Sqlite);

public sealed class SetupTestsOnPostgres() : SetupTests(DatabaseKind.Postgres)
{
    [Fact]
    public async Task Without_its_tables_nothing_is_done_but_to_say_what_is_missing()
    {
        await using var data = await TestData.NewAsync(DatabaseKind.Postgres);
        var refusal = await Should.ThrowAsync<CommandException>(() => PortalSetup.RunAsync(data.Options, new(RecipeFiles.Find("blank")), TestContext.Current.CancellationToken));
        refusal.Message.ShouldContain("\"migrate\"");
        (await Should.ThrowAsync<CommandException>(() => data.Options.Store.DemandSchemaAsync(TestContext.Current.CancellationToken))).Message.ShouldContain("Initial");
    }

    protected override async Task<TestData> EmptyAsync()
    {
        var data = await base.EmptyAsync();
        await TestPortal.MigrateAsync(data);
        return data;
    }
}
