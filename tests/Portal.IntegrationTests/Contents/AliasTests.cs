using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Contents;

/// <summary>An alias leads to one item.</summary>
public abstract class AliasTests(DatabaseKind database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alias_belongs_to_one_item_whoever_comes_first_and_is_free_again_when_it_is_given_up_or_binned()
    {
        await using var portal = await TestPortal.StartAsync(database: database);
        Task<Result<ContentItem>> CreateAsync(string title, string alias) => portal.AsAsync("nina", s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Article", "en", Editing.Text(title).Apply(new AliasPart { Alias = alias })), Cancel));

        var outcomes = await Task.WhenAll(CreateAsync("The first lamp", "lamp"), CreateAsync("The second lamp", " LAMP "), CreateAsync("The third lamp", "lamp"), CreateAsync("The fourth lamp", "Lamp"), CreateAsync("The fifth lamp", "lamp"), CreateAsync("The sixth lamp", "lamp"));
        outcomes.Count(o => o.Succeeded).ShouldBe(1);
        outcomes.Where(o => !o.Succeeded).ShouldAllBe(o => o.Problem!.Errors.Single().Field == "AliasPart.Alias");
        var holder = outcomes.Single(o => o.Succeeded).Value.ContentItemId;
        (await portal.AsSystemAsync(s => s.GetRequiredService<Aliases>().FindAsync("Lamp", Cancel))).ShouldBe(holder);

        // Programs find it by its alias as soon as it is public, and by Orchard Core's handle wherever an id can stand.
        ((int)(await portal.Client.ObjectAsync("/api/v1/content?alias=lamp"))["total"]!).ShouldBe(0);
        await portal.PublishAsync(holder);
        var listed = await portal.Client.ObjectAsync("/api/v1/content?alias=Lamp");
        ((string)listed["items"]!.AsArray().Single()!["contentItemId"]!).ShouldBe(holder);
        ((string)(await portal.Client.ObjectAsync("/api/v1/content/alias:lamp"))["contentItemId"]!).ShouldBe(holder);
        ((int)(await portal.Client.ObjectAsync("/api/v1/content?alias=%00"))["total"]!).ShouldBe(0);
        foreach (var unknown in new[] { "lantern", new string('a', 300) })
        {
            ((int)(await portal.Client.ObjectAsync("/api/v1/content?alias=" + unknown))["total"]!).ShouldBe(0);
            using var answer = await portal.Client.AskAsync("/api/v1/content/alias:" + unknown);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, unknown);
        }

        // The error names the field and who has it.
        var error = (await CreateAsync("A later lamp", "lamp")).Problem!.Errors.Single();
        (error.Field, error.Message).ShouldBe(("AliasPart.Alias", "“{0}” has the alias {1} already."));
        error.Args.ShouldBe([(await portal.ReadAsync(db => db.ContentItemVersions.Where(v => v.ContentItemId == holder).Select(v => v.DisplayText).SingleAsync(Cancel))), "lamp"]);

        // Its own text can be saved with it, and given another; the old one is free then.
        await portal.EditAsync(holder, d => d["TitlePart"]!["Title"] = "Renamed");
        await portal.EditAsync(holder, d => d["AliasPart"]!["Alias"] = "lantern");
        var next = (await CreateAsync("The next lamp", "lamp")).Value.ContentItemId;

        // What lies in the bin holds nobody up; when it comes back, it has to give way.
        (await portal.AsSystemAsync(s => s.GetRequiredService<RemoveContentItem>().RunAsync(next, Cancel))).Problem.ShouldBeNull();
        (await CreateAsync("Another lamp", "lamp")).Problem.ShouldBeNull();
        var version = (await portal.ItemAsync(next)).RemovedVersionId!;
        (await portal.AsSystemAsync(s => s.GetRequiredService<RestoreContentItem>().RunAsync(new(next, version), Cancel))).Problem!.Errors.Single().Field.ShouldBe("AliasPart.Alias");
    }
}

public sealed class AliasTestsOnSqlite() : AliasTests(DatabaseKind.Sqlite);

public sealed class AliasTestsOnPostgres() : AliasTests(DatabaseKind.Postgres);
