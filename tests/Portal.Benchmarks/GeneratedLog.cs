using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>Half a million decided comments with the events that the transparency log is to take in: a million entries.</summary>
static class GeneratedLog
{
    public const int Submissions = 500_000;

    const string Consultation = "bench", Culture = "en", Channel = "web", Consent = "2026-1", Day = "2026-06-15", Instant = "2026-06-15 10:00:00";

    public static void Fill(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var submission = Insert(connection, "Submission", "Id", "ConsultationSet", "Culture", "State", "Channel", "ReceivedUtc", "ChangedUtc", "ConsentVersion", "ReceiptHash", "CurrentVersion", "Stamp");
        using var version = Insert(connection, "SubmissionVersion", "SubmissionId", "Number", "Body", "CreatedUtc");
        using var decision = Insert(connection, "SubmissionDecision", "SubmissionId", "Version", "Round", "Step", "DecidedUtc");
        using var happened = Insert(connection, "SubmissionEvent", "SubmissionId", "Kind", "Version", "AtUtc", "Leaf", "Salt", "Opening");
        using var pending = Insert(connection, "LogPending", "LeafHash", "Kind", "Day");
        var details = Hash($"[\"{Consultation}\",null,\"{Culture}\",\"{Channel}\",null,null,\"{Consent}\"]");
        for (var i = 0; i < Submissions; i++)
        {
            var (id, body) = ($"bench{i:D21}", $"Remark number {i}: {GeneratedTexts.Word(new Random(i))} is missing beside the school, and has been for years.");
            Run(submission, id, Consultation, Culture, "Published", Channel, Instant, Instant, Consent, Hash(id), 1, Guid.Empty.ToString());
            Run(version, id, 1, body, Instant);
            Run(decision, id, 1, 0, "Publish", Instant);
            Tell("received", "queued", $",\"text\":\"{Hash(body)}\",\"details\":\"{details}\"");
            Tell("decided", "published", ",\"decision\":\"publish\",\"reason\":null,\"redactions\":null,\"note\":null");

            void Tell(string kind, string state, string more)
            {
                var opening = Encoding.UTF8.GetBytes($"{{\"kind\":\"submission-{kind}\",\"day\":\"{Day}\",\"submission\":\"{id}\",\"version\":1,\"round\":0,\"state\":\"{state}\"{more}}}");
                var salt = RandomNumberGenerator.GetBytes(32);
                var leaf = SHA256.HashData([0, .. SHA256.HashData([.. salt, .. opening])]);
                Run(happened, id, kind, 1, Instant, leaf, salt, opening);
                Run(pending, leaf, "submission-" + kind, Day);
            }
        }

        transaction.Commit();
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Columns that are not named get what their type calls nothing; instants the one of everything.</summary>
    static SqliteCommand Insert(SqliteConnection connection, string table, params string[] columns)
    {
        var others = new List<(string Name, string Value)>();
        using (var info = connection.CreateCommand())
        {
            info.CommandText = $"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1 AND pk = 0";
            using var rows = info.ExecuteReader();
            while (rows.Read())
            {
                if (!columns.Contains(rows.GetString(0), StringComparer.Ordinal)) others.Add((rows.GetString(0), rows.GetString(1) == "INTEGER" ? "0" : rows.GetString(0).EndsWith("Utc", StringComparison.Ordinal) ? $"'{Instant}'" : "''"));
            }
        }

        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Concat(others.Select(o => o.Name)).Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"$p{i}")).Concat(others.Select(o => o.Value)))})";
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"$p{i}"), null));
        return command;
    }

    static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
