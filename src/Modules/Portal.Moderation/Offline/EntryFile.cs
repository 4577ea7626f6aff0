using System.Globalization;
using System.Text;
using CsvHelper;
using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Consultations.Queries;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;

namespace Portal.Moderation.Offline;

/// <summary>One row of a file of entries, with what is wrong in it.</summary>
/// <param name="Number">1-based, the line with the names of the columns not counted.</param>
/// <param name="Scan">Name of the scanned form that the row speaks of; empty = none.</param>
/// <param name="Answered">How many questions of a filled-in form are answered; null = the row is a comment.</param>
/// <param name="Errors">Fields are names of columns.</param>
public sealed record EntryRow(int Number, EnterSubmission.Input Input, string Scan, int? Answered, IReadOnlyList<FieldError> Errors)
{
    /// <summary>As a spreadsheet counts: the names of the columns are line 1.</summary>
    public int Line => Number + 1;
}

/// <param name="Unread">Names of columns that nothing is read from.</param>
public sealed record EntryRows(IReadOnlyList<EntryRow> Rows, IReadOnlyList<string> Unread);

/// <summary>What has to be known to read a row.</summary>
/// <param name="Municipalities">Localization sets by name, in any language; names without regard to case.</param>
/// <param name="Scans">Notes of the scanned forms that came with the file, by name.</param>
public sealed record EntryContext(ConsultationFacts Consultation, string Ticket, DateTime NowUtc, IReadOnlyDictionary<string, string> Municipalities, IReadOnlyDictionary<string, string> Scans)
{
    /// <summary>The rows are filled-in forms; null = they are comments.</summary>
    public PaperTable? Table { get; init; }
}

/// <summary>Reads a CSV file of entries: comma, semicolon or tabulator, UTF-8, the names of the columns in the first line.</summary>
public static class EntryFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Largest = 2 * 1024 * 1024;

    static readonly string[] OfComments = ["received", "channel", "language", "text", "agreed", "section", "name", "organisation", "email", "age", "gender", "community", "municipality", "scan"], OfForms = ["received", "channel", "language", "agreed", "organisation", "email", "scan"];

    /// <summary>The columns, in the order of the example. Every one but the first four may be left out.</summary>
    public static IReadOnlyList<string> ColumnsOf(PaperTable? table) => table is null ? OfComments : [.. OfForms, .. table.Columns.Select(c => c.Name)];

    static readonly CsvReaderOptions Reading = new() { NormalizeHeaderName = name => name.Trim().ToLowerInvariant() };

    static readonly string[] Yes = ["yes", "1", "x", "true", "po", "da", "да"];

    /// <summary>What the fields of the action are called in the file.</summary>
    static readonly Dictionary<string, string> ColumnOf = new(StringComparer.Ordinal)
    {
        ["receivedOn"] = "received", ["culture"] = "language", ["body"] = "text", ["sectionId"] = "section", ["displayName"] = "name", ["onBehalfOf"] = "organisation", ["ageBand"] = "age",
    };

    /// <returns>The rows, right and wrong; or why the file cannot be read at all.</returns>
    public static Result<EntryRows> Read(byte[] file, EntryContext context)
    {
        if (file.Length > Largest) return Problem.Invalid("file", "The file is larger than {0} MB.", Largest / 1024 / 1024);
        if (!IsUtf8(file)) return Problem.Invalid("file", "The file is not in the UTF-8 encoding. Save it as ‘CSV UTF-8’.");

        using var csv = CsvReader.Create(file, Reading);
        var (rows, known, unread) = (new List<EntryRow>(), ColumnsOf(context.Table), Array.Empty<string>());
        while (csv.Read())
        {
            var columns = (csv.Headers ?? []).Select(h => h.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
            unread = [.. columns.Except(known, StringComparer.Ordinal).Where(c => c.Length > 0)];
            var missing = known.Take(4).Where(c => !columns.Contains(c)).ToList();
            if (missing.Count > 0) return Problem.Invalid("file", "The first line lacks these columns: {0}.", string.Join(", ", missing));
            if (rows.Count == EnterSubmissions.Most) return Problem.Invalid("file", "The file has more than {0} rows. Divide it.", EnterSubmissions.Most);
            rows.Add(RowOf(rows.Count + 1, column => columns.Contains(column) ? csv.GetString(column).Trim() : "", context));
        }

        return rows.Count == 0 ? Problem.Invalid("file", "There is no row in it.") : new EntryRows(rows, unread);
    }

    static EntryRow RowOf(int number, Func<string, string> cell, EntryContext context)
    {
        var errors = new List<FieldError>();
        var (section, municipality, scan) = (SectionOf(cell("section"), context.Consultation, errors), MunicipalityOf(cell("municipality"), context.Municipalities, errors), cell("scan"));
        var note = scan.Length == 0 ? null : context.Scans.GetValueOrDefault(scan);
        if (scan.Length > 0 && note is null) errors.Add(new("scan", "The file {0} was not sent along.", scan));
        var filled = context.Table is { } table ? FormOf(table, cell, errors) : null;
        var input = new EnterSubmission.Input(
            context.Consultation.Set, context.Ticket, number, ChannelOf(cell("channel")), DayOf(cell("received"), errors), cell("language"), section, filled?.Body ?? cell("text"), cell("name"), cell("organisation"), cell("email"),
            Yes.Contains(cell("agreed"), StringComparer.OrdinalIgnoreCase), note)
        {
            AboutYou = new() { SubmissionId = "", AgeBand = Blank(cell("age")), Gender = Blank(cell("gender")), Community = Blank(cell("community")), MunicipalitySet = municipality },
            Enclosed = filled?.Enclosed,
        };
        // What cannot be read at all is said once.
        var unread = errors.Select(e => e.Field).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(OfflineRules.Check(input, context.Table is null ? Text.Citizens.Normalise(input.Body) : null, context.Consultation, context.NowUtc).Select(e => e with { Field = ColumnOf.GetValueOrDefault(e.Field, e.Field) }).Where(e => !unread.Contains(e.Field)));
        return new(number, input, scan, filled?.Answered, errors);
    }

    /// <summary>Whatever the language, the answers are looked at too: a row says all that is wrong in it at once.</summary>
    static FilledForm? FormOf(PaperTable table, Func<string, string> cell, List<FieldError> errors)
    {
        var isAsked = Culture.TryFrom(cell("language"), out var language) && table.Languages.Contains(language);
        if (language is not null && !isAsked) errors.Add(new("language", "The questionnaire is not asked in this language. It is asked in: {0}.", string.Join(", ", table.Languages)));
        var filled = table.Read(isAsked ? language! : table.Languages[0], cell);
        if (filled.Problem is not { } problem) return filled.Value;
        errors.AddRange(problem.Errors);
        return null;
    }

    static string ChannelOf(string typed) => typed.ToLowerInvariant() switch { "email" or "mail" => Channels.Mail, var other => other };

    static DateOnly? DayOf(string typed, List<FieldError> errors)
    {
        if (typed.Length == 0) return null;
        if (DateOnly.TryParseExact(typed, ["yyyy-M-d", "d.M.yyyy", "d. M. yyyy", "d.M.yyyy.", "d. M. yyyy.", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        errors.Add(new("received", "Write a day, such as 2026-11-21."));
        return null;
    }

    static string? SectionOf(string typed, ConsultationFacts consultation, List<FieldError> errors)
    {
        if (typed.Length == 0) return null;
        if (int.TryParse(typed.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= consultation.SectionIds.Count) return consultation.SectionIds[number - 1];
        errors.Add(new("section", "This consultation has no section {0}.", typed));
        return null;
    }

    static string? MunicipalityOf(string typed, IReadOnlyDictionary<string, string> known, List<FieldError> errors)
    {
        if (typed.Length == 0) return null;
        if (known.TryGetValue(typed, out var set)) return set;
        errors.Add(new("municipality", "The portal knows no municipality {0}.", typed));
        return null;
    }

    static bool IsUtf8(byte[] file)
    {
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(file) >= 0; }
        catch (DecoderFallbackException) { return false; }
    }

    static string? Blank(string text) => text.Length == 0 ? null : text;
}
