using System.Globalization;
using Portal.Cms.Data;

namespace Portal.Cms.Privacy;

/// <summary>What was erased, by id and nothing else, in a file outside the database: after an old backup was restored, it says what has to be erased once more.</summary>
/// <remarks>A line is <c>day kind id extent</c>. A repeated line does no harm.</remarks>
public sealed class ErasureRegister(DataFolder folder)
{
    /// <summary>Name of the file in the data folder. It is backed up apart from the database, and more often.</summary>
    public const string Name = "erasures.log";

    /// <param name="Kind">What kind of thing: <c>submission</c>, <c>account</c>.</param>
    /// <param name="Extent">How much of it, as the kind knows it.</param>
    public sealed record Entry(DateOnly Day, string Kind, string Id, string Extent);

    string FilePath => Path.Combine(folder.Root, Name);

    public async Task AddAsync(Entry entry, CancellationToken cancel)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{entry.Day:yyyy-MM-dd} {entry.Kind} {entry.Id} {entry.Extent}\n");
        await using var file = new FileStream(FilePath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line), cancel);
        file.Flush(flushToDisk: true);
    }

    /// <param name="file">Another file than this folder's own.</param>
    /// <exception cref="FormatException">A line is none of ours.</exception>
    public async Task<IReadOnlyList<Entry>> ReadAsync(string? file, CancellationToken cancel)
    {
        var path = file ?? FilePath;
        if (file is null && !File.Exists(path)) return [];
        var lines = await File.ReadAllLinesAsync(path, cancel);
        return [.. lines.Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Select(Parse)];
    }

    static Entry Parse(string line) =>
        line.Split(' ') is [var day, var kind, var id, var extent] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            ? new(parsed, kind, id, extent) : throw new FormatException($"This line is not one of the register of erasures: {line}");
}

/// <summary>Erases once more what the register names, after a backup was restored. One for each kind of entry.</summary>
public interface IErasureReplay
{
    /// <summary>The kind of entries it knows.</summary>
    string Kind { get; }

    /// <returns>Whether there was something left to erase.</returns>
    Task<bool> EraseAgainAsync(ErasureRegister.Entry entry, CancellationToken cancel);
}
