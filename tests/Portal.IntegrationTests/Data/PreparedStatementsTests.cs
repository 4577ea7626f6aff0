using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Sqlite;

namespace Portal.IntegrationTests.Data;

/// <summary>Statements that stay compiled give the same answers as those that are compiled every time.</summary>
public sealed class PreparedStatementsTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("portal-test-statements-").FullName;
    SqliteConnection connection = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "words.db"), Pooling = false }.ToString();

    public async ValueTask InitializeAsync()
    {
        connection = SqliteConnectionSetup.Open(ConnectionString);
        await using var db = Open();
        await db.Database.EnsureCreatedAsync(Cancel);
        db.AddRange(Enumerable.Range(1, 3).Select(n => new Word { Id = n, Text = $"word {n}" }));
        await db.SaveChangesAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_same_question_with_other_values_has_its_own_answers_in_every_context()
    {
        for (var id = 1; id <= 3; id++)
        {
            await using var db = Open();
            (await db.Set<Word>().Where(w => w.Id == id).Select(w => w.Text).SingleAsync(Cancel)).ShouldBe($"word {id}");
        }
    }

    [Fact]
    public async Task A_question_may_be_asked_while_its_own_answers_are_still_read()
    {
        await using var db = Open();
        var found = new List<string>();
        await foreach (var outer in db.Set<Word>().OrderBy(w => w.Id).AsAsyncEnumerable().WithCancellation(Cancel))
        {
            await using var inner = Open();
            found.Add($"{outer.Text}: {(await inner.Set<Word>().OrderBy(w => w.Id).ToListAsync(Cancel)).Count}");
        }

        found.ShouldBe(["word 1: 3", "word 2: 3", "word 3: 3"]);
    }

    [Fact]
    public async Task A_column_that_came_meanwhile_and_a_row_that_was_undone_do_not_confuse_it()
    {
        await AddAsync(4, commit: true);
        await using (var other = SqliteConnectionSetup.Open(ConnectionString))
        {
            await using var alter = other.CreateCommand();
            alter.CommandText = "ALTER TABLE Word ADD COLUMN Note TEXT NULL";
            await alter.ExecuteNonQueryAsync(Cancel);
        }

        await AddAsync(5, commit: false);
        await AddAsync(6, commit: true);
        await using var db = Open();
        (await db.Set<Word>().Select(w => w.Id).OrderBy(id => id).ToListAsync(Cancel)).ShouldBe([1, 2, 3, 4, 6]);
    }

    [Fact]
    public async Task What_failed_once_works_the_next_time()
    {
        await Should.ThrowAsync<DbUpdateException>(() => AddAsync(1, commit: true));
        await AddAsync(7, commit: true);
    }

    [Fact]
    public async Task More_questions_than_are_kept_are_answered_and_the_file_is_free_when_the_connection_closes()
    {
        await using (var db = Open())
        {
            // Each sum is a statement of its own.
            foreach (var sum in Enumerable.Range(0, 200).Select(n => (Text: "SELECT COUNT(*)" + string.Concat(Enumerable.Repeat(" + 1", n)) + " AS Value FROM Word", Value: 3L + n)))
                (await db.Database.SqlQueryRaw<long>(sum.Text).SingleAsync(Cancel)).ShouldBe(sum.Value);
        }

        await connection.DisposeAsync();
        File.Exists(Path.Combine(folder, "words.db-wal")).ShouldBeFalse();
    }

    [Fact]
    public async Task New_statistics_reach_whoever_asks_next()
    {
        using var connections = new OpenConnections(ConnectionString);
        var before = connections.Take();
        connections.GiveBack(before);
        connections.Take().ShouldBe(before);
        connections.GiveBack(before);

        connections.Renew();
        var after = connections.Take();
        after.Connection.ShouldNotBe(before.Connection);
        before.Connection.State.ShouldBe(System.Data.ConnectionState.Closed);
        await after.Connection.DisposeAsync();
    }

    async Task AddAsync(int id, bool commit)
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        db.Add(new Word { Id = id, Text = "one more" });
        await db.SaveChangesAsync(Cancel);
        if (commit) await transaction.CommitAsync(Cancel);
    }

    sealed class Word
    {
        public int Id { get; set; }
        public required string Text { get; set; }
    }

    /// <summary>As the portal does: a context is made without a connection and is given one.</summary>
    Words Open()
    {
        var db = new Words();
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        return db;
    }

    sealed class Words : DbContext
    {
        static readonly PreparedStatements Prepared = new();

        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite().AddInterceptors(Prepared);

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Word>().ToTable("Word").Property(w => w.Id).ValueGeneratedNever();
    }
}
