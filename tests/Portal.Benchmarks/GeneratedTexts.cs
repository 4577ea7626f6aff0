using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>25,000 pages in four languages, written into the database as publishing leaves them there. Their words are invented and as unevenly common as those of a language.</summary>
static class GeneratedTexts
{
    public const int Count = 100_000;

    const int Vocabulary = 40_000, First = 700;
    static readonly string[] Cultures = ["sq", "sr", "bs", "en"];
    static readonly string[] All = [.. Enumerable.Range(First, Vocabulary).Select(Spell)];
    static readonly double[] Weight = Weights();

    const string Insert = """
        INSERT INTO ContentItem (ContentItemId, ContentType, LocalizationSet, Culture, LatestVersionId, PublishedVersionId, PublishedPath, CreatedUtc, ModifiedUtc, PublishedUtc, Stamp, FoldedTitle)
        VALUES ($id, 'Page', $set, $culture, $id, $id, $id, $at, $at, $at, '00000000-0000-0000-0000-000000000000', ' ' || $title || ' ');
        INSERT INTO ContentItemVersion (VersionId, ContentItemId, Number, DisplayText, CreatedUtc, ModifiedUtc, PublishedUtc, Json) VALUES ($id, $id, 1, $title, $at, $at, $at, $json);
        INSERT INTO SearchItem (RowId, ContentItemId, LocalizationSet, Culture, ContentType) VALUES ($row, $id, $set, $culture, 'Page');
        INSERT INTO SearchText (rowid, Culture, Title, Summary, Body) VALUES ($row, $culture, $title, '', $body);
        """;

    public static void Fill(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, Insert);
        string[] names = ["$row", "$id", "$set", "$culture", "$title", "$body", "$json", "$at"];
        foreach (var name in names) command.Parameters.Add(name, name == "$row" ? SqliteType.Integer : SqliteType.Text);

        var random = new Random(10);
        for (var row = 1; row <= Count; row++)
        {
            var (title, body) = (Words(random, 8), Words(random, 150));
            var json = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = body } };
            object[] values = [row, FormattableString.Invariant($"generated-{row}"), FormattableString.Invariant($"generated-set-{row / 4}"), Cultures[row % 4], title, body, json.ToJsonString(), "2026-01-01 00:00:00"];
            for (var i = 0; i < names.Length; i++) command.Parameters[names[i]].Value = values[i];
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>A word as likely as it is in the texts.</summary>
    public static string Word(Random random)
    {
        var found = Array.BinarySearch(Weight, random.NextDouble() * Weight[^1]);
        return All[Math.Min(found < 0 ? ~found : found, Vocabulary - 1)];
    }

    static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    /// <summary>Zipf's law without the few words at its head, which are left out of an index. The sum up to each word.</summary>
    static double[] Weights()
    {
        var sum = 0.0;
        return [.. Enumerable.Range(0, Vocabulary).Select(i => sum += 1.0 / (i + 30))];
    }

    static string Spell(int number)
    {
        var word = "";
        for (; number > 0; number /= 80) word += $"{"bcdfghklmnprstvz"[number % 16]}{"aeiou"[number / 16 % 5]}";
        return word;
    }
}
