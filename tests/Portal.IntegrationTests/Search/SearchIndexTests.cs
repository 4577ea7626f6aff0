using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Search;
using Portal.Cms.Sqlite;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Search;

/// <summary>What every database's index has to do, whatever it is made of.</summary>
public abstract class SearchIndexTests(DatabaseKind database) : IAsyncLifetime
{
    static readonly string[] Everywhere = [];

    protected TestPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync(database: database);
        await WriteAsync(async index =>
        {
            await index.PutAsync(Document("a-en", "a", "en", "Page", title: "kestrel", body: "flies over the murmuration"), default);
            await index.PutAsync(Document("a-sq", "a", "sq", "Page", title: "skifter", body: "kestrel kestrel kestrel"), default);
            await index.PutAsync(Document("b-sq", "b", "sq", "Page", title: "fusha", summary: "kestrel ne fushe"), default);
            await index.PutAsync(Document("c-en", "c", "en", "PolicyAnalysis", title: "report", body: "one kestrel among many kestrels 42"), default);
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Portal.DisposeAsync();
    }

    [Fact]
    public async Task Each_set_comes_once_the_readers_culture_first_then_the_better()
    {
        Ids(await FindAsync("en", Term("kestrel"))).ShouldBe(["a-en", "c-en", "b-sq"]);
        Ids(await FindAsync("sq", Term("kestrel")))[..2].ShouldBe(["a-sq", "b-sq"], ignoreOrder: true);
        Ids(await FindAsync("sr", Term("kestrel"))).ShouldContain(t => t == "c-en");
    }

    [Fact]
    public async Task Scores_fall_within_a_culture()
    {
        var scores = (await FindAsync("en", Term("kestrel"))).Hits.Take(2).Select(h => h.Score).ToList();
        scores[0].ShouldBeGreaterThan(scores[1]);
    }

    [Fact]
    public async Task Every_word_has_to_be_there_whole_or_as_a_beginning()
    {
        Ids(await FindAsync("en", Term("kestrel"), Term("murmuration"))).ShouldBe(["a-en"]);
        Ids(await FindAsync("en", Term("kestr"))).ShouldBeEmpty();
        Ids(await FindAsync("en", Term("kestr", isPrefix: true))).Count.ShouldBe(3);
        Ids(await FindAsync("en", Term("42"))).ShouldBe(["c-en"]);
        Ids(await FindAsync("en", Term("4"))).ShouldNotContain(t => t == "c-en");
    }

    [Fact]
    public async Task The_names_of_cultures_and_types_are_no_words()
    {
        foreach (var word in new[] { "en", "sq", "Page", "PolicyAnalysis", "a-en" }) Ids(await FindAsync("en", Term(word), Term("kestrel"))).ShouldBeEmpty(word);
    }

    [Fact]
    public async Task Types_are_counted_whichever_is_asked_for()
    {
        var found = await AskAsync(new([new(Everywhere, [Term("kestrel")])], "en", "PolicyAnalysis", Template.Start, 0, 10));
        Ids(found).ShouldBe(["c-en"]);
        found.CountByType.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}").ShouldBe(["Page 2", "PolicyAnalysis 1"]);
        found.IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_do_not_overlap()
    {
        var pages = new List<string>();
        for (var skip = 0; skip < 4; skip++) pages.AddRange(Ids(await AskAsync(new([new(Everywhere, [Term("kestrel")])], "en", null, Template.Start, skip, 1))));
        pages.ShouldBe(["a-en", "c-en", "b-sq"]);
    }

    [Fact]
    public async Task Each_culture_is_asked_for_its_own_words()
    {
        Ids(await AskAsync(new([new(["en"], [Term("kestrel"), Term("murmuration")]), new(["sq"], [Term("kestrel")])], "en", null, Template.Start, 0, 10))).ShouldBe(["a-en", "b-sq"]);
        Ids(await AskAsync(new([new(["sq"], [Term("kestrel")])], "en", null, Template.Start, 0, 10))).ShouldNotContain(t => t == "c-en");
    }

    [Fact]
    public async Task An_item_has_the_words_it_was_given_last()
    {
        await WriteAsync(index => index.PutAsync(Document("a-en", "a", "en", "Article", title: "falcon"), default));
        Ids(await FindAsync("en", Term("murmuration"))).ShouldBeEmpty();
        var found = await FindAsync("en", Term("falcon"));
        Ids(found).ShouldBe(["a-en"]);
        found.CountByType.Keys.ShouldBe(["Article"]);

        await WriteAsync(index => index.RemoveAsync("a-en", default));
        await WriteAsync(index => index.RemoveAsync("a-en", default));
        Ids(await FindAsync("en", Term("falcon"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_undone_leaves_no_word_behind()
    {
        await Portal.AsSystemAsync(s => s.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            var index = s.GetRequiredService<ISearchIndex>();
            await index.PutAsync(Document("d-en", "d", "en", "Page", title: "osprey"), default);
            await index.RemoveAsync("c-en", default);
            return Problem.Conflict("Undo this.");
        }, default));
        Ids(await FindAsync("en", Term("osprey"))).ShouldBeEmpty();
        Ids(await FindAsync("en", Term("kestrel"))).ShouldContain(t => t == "c-en");
    }

    [Fact]
    public async Task Words_of_items_that_are_not_public_can_be_swept_out()
    {
        await WriteAsync(index => index.RemoveUnpublishedAsync(default));
        Ids(await FindAsync("en", Term("kestrel"))).ShouldBeEmpty();
        Ids(await FindAsync("en", Term("security", isPrefix: true))).ShouldNotBeEmpty();
    }

    Task<Result<Done>> WriteAsync(Func<ISearchIndex, Task> write) => Portal.AsSystemAsync(s => s.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
    {
        await write(s.GetRequiredService<ISearchIndex>());
        return default(Done);
    }, default));

    Task<SearchHits> FindAsync(string culture, params SearchTerm[] terms) => AskAsync(new([new(Everywhere, terms)], culture, null, Template.Start, 0, 10));

    Task<SearchHits> AskAsync(SearchQuery query) => Portal.AsSystemAsync(s => s.GetRequiredService<ISearchIndex>().FindAsync(query, default));

    static SearchTerm Term(string text, bool isPrefix = false) => new(text, isPrefix);

    static List<string> Ids(SearchHits hits) => [.. hits.Hits.Select(h => h.ContentItemId)];

    static SearchDocument Document(string id, string set, string culture, string type, string title = "", string summary = "", string body = "") => new(id, set, culture, type, Words(title), Words(summary), Words(body));

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

public sealed class SearchIndexTestsOnSqlite() : SearchIndexTests(DatabaseKind.Sqlite)
{
    /// <summary>Whatever SQLite believes about full-text searches, of items it reads those that were found.</summary>
    [Fact]
    public async Task No_search_reads_all_items()
    {
        var plan = await Portal.AsSystemAsync(s => s.GetRequiredService<PortalDb>().Database
            .SqlQueryRaw<PlanStep>("EXPLAIN QUERY PLAN " + SqliteSearchIndex.Find, "kestrel", 10, "en", "Page", 10, 0, Template.Start).ToListAsync());
        plan.ShouldContain(s => s.Detail.StartsWith("SEARCH item USING INTEGER PRIMARY KEY", StringComparison.Ordinal));
        plan.ShouldNotContain(s => s.Detail.StartsWith("SCAN item", StringComparison.Ordinal) || s.Detail.StartsWith("SCAN SearchItem", StringComparison.Ordinal));
    }

    sealed record PlanStep(string Detail);
}

public sealed class SearchIndexTestsOnPostgres() : SearchIndexTests(DatabaseKind.Postgres);
