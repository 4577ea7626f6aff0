using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Settings;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Users.Actions;

namespace Portal.IntegrationTests.Data;

/// <summary>What must be true stays true when several people do the same thing at the same moment.</summary>
public abstract class ConcurrencyTests(TestPortal portal)
{
    const int Many = 8;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_editors_who_save_the_same_draft_at_once_one_succeeds_and_the_others_are_told()
    {
        var id = await CreateAsync(Editing.Text("Edited by many at once"));
        var stamp = (await portal.ItemAsync(id)).Stamp;
        OneSucceeds(await AtOnceAsync((s, i) => Editing.SaveAsync(s, id, d => d["TitlePart"]!["Title"] = $"By editor {i}", stamp)));
    }

    [Fact]
    public async Task Of_editors_who_add_the_same_language_at_once_one_succeeds_and_the_others_are_told()
    {
        var set = await CreateAsync(Editing.Text("Translated by many at once"));
        OneSucceeds(await AtOnceAsync((s, i) => s.GetRequiredService<CreateContentItem>().RunAsync(new("Page", "sq", Editing.Text($"Përkthimi {i}"), set), Cancel)));
    }

    [Fact]
    public async Task Items_of_the_same_title_that_are_published_at_once_get_addresses_of_their_own()
    {
        var ids = await CreateManyAsync(i => Editing.Text("Published at once"));
        var outcomes = await AtOnceAsync((s, i) => s.GetRequiredService<PublishContentItem>().RunAsync(ids[i], Cancel));
        outcomes.ShouldAllBe(o => o.Succeeded);
        var paths = await portal.ReadAsync(db => db.ContentItems.Where(i => ids.Contains(i.ContentItemId)).Select(i => i.PublishedPath!).ToListAsync(Cancel));
        paths.Order(StringComparer.Ordinal).ShouldBe([.. Enumerable.Range(1, Many).Select(n => n == 1 ? "published-at-once" : $"published-at-once-{n}")]);
    }

    [Fact]
    public async Task An_address_that_many_ask_for_at_once_goes_to_one_of_them()
    {
        var ids = await CreateManyAsync(i => Editing.Text($"Wants the address, {i}", "en/wanted-by-many"));
        var outcomes = await AtOnceAsync((s, i) => s.GetRequiredService<PublishContentItem>().RunAsync(ids[i], Cancel));
        outcomes.Count(o => o.Succeeded).ShouldBe(1);
        outcomes.Where(o => !o.Succeeded).ShouldAllBe(o => o.Problem!.Errors.Single().Field == "AutoroutePart.Path");
    }

    [Fact]
    public async Task Of_accounts_with_the_same_address_that_are_made_at_once_one_is_made()
    {
        var outcomes = await AtOnceAsync((s, i) => s.GetRequiredService<CreateUser>().RunAsync(new($"twin{i}", "twins@example.org", ["Moderator"], Template.Password), Cancel));
        outcomes.Count(o => o.Succeeded).ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_passwords_that_come_at_once_are_all_counted()
    {
        await AtOnceAsync((s, i) => s.GetRequiredService<SignIn>().RunAsync("mira", $"wrong {i}", "", Cancel));
        (await portal.AsSystemAsync(s => s.GetRequiredService<SignIn>().RunAsync("mira", Template.Password, "", Cancel))).Problem.ShouldNotBeNull("the account rests");
    }

    [Fact]
    public async Task A_reader_of_the_change_log_misses_nothing_of_what_is_written_at_once()
    {
        await using var beside = await portal.BesideAsync();
        var seen = await portal.ReadAsync(db => db.ChangeLog.MaxAsync(e => (long?)e.Seq, Cancel)) ?? 0;
        var writing = Task.WhenAll(Enumerable.Range(0, 60).Select(i => ChangeAsync(i % 2 == 0 ? portal : beside, $"seen {i}")));
        var tags = new List<string>();
        while (true)
        {
            var isLast = writing.IsCompleted;
            var news = await portal.ReadAsync(db => db.ChangeLog.Where(e => e.Seq > seen).OrderBy(e => e.Seq).ToListAsync(Cancel));
            tags.AddRange(news.Select(e => e.Tag).Where(t => t.StartsWith("seen ", StringComparison.Ordinal)));
            seen = news.Count == 0 ? seen : news[^1].Seq;
            if (isLast && news.Count == 0) break;
        }

        await writing;
        tags.Count.ShouldBe(60);
    }

    static Task<Result<Done>> ChangeAsync(TestPortal portal, string tag) => portal.AsSystemAsync(s =>
    {
        var (work, db) = (s.GetRequiredService<UnitOfWork>(), s.GetRequiredService<PortalDb>());
        return work.RunAsync<Done>(() =>
        {
            db.Settings.Add(new StoredSetting { Name = tag, Json = "1" });
            work.Evict(tag);
            return Task.FromResult<Result<Done>>(default(Done));
        }, Cancel);
    });

    static void OneSucceeds(Result<ContentItem>[] outcomes)
    {
        outcomes.Count(o => o.Succeeded).ShouldBe(1);
        outcomes.Where(o => !o.Succeeded).ShouldAllBe(o => o.Problem!.Kind == ProblemKind.Conflict);
    }

    Task<Result<T>[]> AtOnceAsync<T>(Func<IServiceProvider, int, Task<Result<T>>> act) =>
        Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => portal.AsSystemAsync(s => act(s, i)))));

    async Task<List<string>> CreateManyAsync(Func<int, ContentDocument> text)
    {
        var ids = new List<string>();
        for (var i = 0; i < Many; i++) ids.Add(await CreateAsync(text(i)));
        return ids;
    }

    async Task<string> CreateAsync(ContentDocument document) =>
        (await portal.AsSystemAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Page", "en", document), Cancel))).Value.ContentItemId;
}

public sealed class ConcurrencyTestsOnSqlite(SharedPortal shared) : ConcurrencyTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class ConcurrencyTestsOnPostgres(SharedPostgresPortal shared) : ConcurrencyTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
