using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>A consultation that very many people answered: 5,000 comments are published, 100,000 wait. Two come in by recipe, the others are copies of their rows.</summary>
static class GeneratedCrowd
{
    public const int Published = 5_000, Waiting = 100_000;
    public const string Set = "bench-crowd", Path = "en/consultations/bench-crowd";

    public static void WriteRecipe(string file) => File.WriteAllText(file, new JsonObject
    {
        ["name"] = "Crowd",
        ["steps"] = new JsonArray(new JsonObject { ["name"] = "Content", ["data"] = new JsonArray(GeneratedContent.Consultation(Set), GeneratedContent.Comment(1, Set, "published"), GeneratedContent.Comment(2, Set, "queued")) }),
    }.ToJsonString(JsonSerializerOptions.Default));

    /// <param name="database">The portal's file, while no portal runs.</param>
    public static void Fill(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var all = connection.BeginTransaction();
        Copy(connection, "Submission", "Id", "bench-comment-1", Published, ("ReceiptHash", "'p' || i"), ("SectionId", "'s' || (i % 6 + 1)"));
        Copy(connection, "SubmissionVersion", "SubmissionId", "bench-comment-1", Published);
        Copy(connection, "SubmissionDecision", "SubmissionId", "bench-comment-1", Published);
        Copy(connection, "Submission", "Id", "bench-comment-2", Waiting, ("ReceiptHash", "'w' || i"), ("SectionId", "'s' || (i % 6 + 1)"));
        Copy(connection, "SubmissionVersion", "SubmissionId", "bench-comment-2", Waiting);
        all.Commit();
    }

    static void Copy(SqliteConnection connection, string table, string key, string id, int number, params (string Column, string Value)[] changes)
    {
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT name FROM pragma_table_info($table)";
        ask.Parameters.AddWithValue("$table", table);
        var columns = new List<string>();
        using (var rows = ask.ExecuteReader()) while (rows.Read()) columns.Add(rows.GetString(0));

        var values = columns.Select(c => c == key ? $"\"{key}\" || '-' || i" : changes.FirstOrDefault(x => x.Column == c).Value ?? $"\"{c}\"");
        using var copy = connection.CreateCommand();
        copy.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $number)
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM "{table}", n WHERE "{key}" = $id
            """;
        copy.Parameters.AddWithValue("$number", number);
        copy.Parameters.AddWithValue("$id", id);
        copy.ExecuteNonQuery();
    }
}
