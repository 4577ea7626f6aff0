using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Translations.Drafting;
using Portal.Translations.Queries;
using Portal.Translations.Texts;

namespace Portal.Translations.Exchange;

/// <summary>Texts of items as a PO file, passage by passage, and back. The context of a message is the set and the place in it; the message is the source.</summary>
public sealed class ItemExchange(Workbench workbench, ContentAccess access, IStringLocalizer text)
{
    /// <summary>Sets that one file may have.</summary>
    public const int MostSets = 100;

    /// <summary>Header field that names the language of the sources.</summary>
    const string SourceField = "X-Source-Language";

    /// <returns>The file; a set without a text in the source language, or that the person may not edit, is left out.</returns>
    public async Task<string> ExportAsync(IEnumerable<string> sets, Culture from, Culture to, CancellationToken cancel)
    {
        var messages = new List<PoMessage>();
        foreach (var set in sets.Distinct(StringComparer.Ordinal).Take(MostSets))
        {
            if (await workbench.FindAsync(set, to, from, null, cancel) is not { } found || !MayEdit(found)) continue;
            messages.AddRange(from field in found.Draft.Fields
                              from row in field.Rows
                              where row.SourceText is { Length: > 0 }
                              select Message(found, field, row));
        }

        return PoWriter.Write(to, [(SourceField, from.Code), ("X-Generator", "Portal")], messages);
    }

    /// <summary>Reads a file against the texts as they are now.</summary>
    public async Task<Result<PoImport>> ReadAsync(string file, CancellationToken cancel)
    {
        if (PoUpload.CultureIn(file, "Language") is not { IsRendering: false } to || PoUpload.CultureIn(file, SourceField) is not { IsRendering: false } from)
            return Problem.Invalid("file", "The header of the file has to name both languages, as in a file that was taken from here: Language and {0}.", SourceField);
        var parsed = PoUpload.Parse(file, to);
        if (parsed.Problem is { } problem) return problem;

        var (changes, refused) = (new List<PoChange>(), new List<PoRefusal>());
        var entries = parsed.Value.Entries.Where(e => e.IsTranslated).ToLookup(e => SetOf(e.Context), StringComparer.Ordinal);
        if (entries.Count > MostSets) return Problem.Invalid("file", "A file may have {0} texts at most.", MostSets);
        foreach (var ofSet in entries)
        {
            if (await workbench.FindAsync(ofSet.Key, to, from, null, cancel) is not { } found || !MayEdit(found)) refused.Add(new(ofSet.Key, "There is no such text, or you may not edit it."));
            else Compare(found, ofSet, changes, refused);
        }

        return new PoImport(to, from, changes, refused);
    }

    /// <returns>The translations of the changes, by set and row.</returns>
    public static ILookup<string, (string Row, string Text)> Typed(PoImport import) =>
        import.Changes.ToLookup(c => SetOf(c.Key), c => (c.Key[(c.Key.IndexOf('|', StringComparison.Ordinal) + 1)..], c.After), StringComparer.Ordinal);

    void Compare(WorkbenchText found, IEnumerable<PoEntry> entries, List<PoChange> changes, List<PoRefusal> refused)
    {
        var rows = found.Draft.Fields.SelectMany(f => f.Rows.Select(row => (Field: f, Row: row))).ToList();
        foreach (var entry in entries)
        {
            var id = entry.Context![(entry.Context!.IndexOf('|', StringComparison.Ordinal) + 1)..];
            var field = id[..(id.LastIndexOf(':') is >= 0 and var colon ? colon : id.Length)];
            var same = rows.Where(r => r.Field.Key == field && r.Row.SourceText == entry.Id).ToList();
            // A passage that has moved is still the same; of two that read alike the place decides.
            var match = same.Find(r => r.Row.Id == id) is { Row: not null } exact ? exact : same.FirstOrDefault();
            if (match.Row is null) refused.Add(new($"{found.SourceVersion.DisplayText}: {Excerpt.Of(entry.Id, 80)}", "The source was changed after the file was made."));
            else if (!ContentText.IsStorable(entry.Translations[0])) refused.Add(new(Where(found, match.Field), "The text contains a character that cannot be stored."));
            else if (match.Row.Stored != entry.Translations[0].ReplaceLineEndings("\n").Trim()) changes.Add(new(ContextOf(found, match.Row), Where(found, match.Field), entry.Id, match.Row.Stored, entry.Translations[0], HrefOf(found)));
        }
    }

    PoMessage Message(WorkbenchText found, DraftField field, DraftRow row) => new(
        ContextOf(found, row), row.SourceText!, null, [row.Stored], [Where(found, field)], [$"/admin/translations/{found.Set.LocalizationSet}/{found.Culture.Code}"],
        row.State == RowState.Changed ? row.Source!.Before : null);

    string Where(WorkbenchText found, DraftField field) => field.Bag is { } bag
        ? $"{found.SourceVersion.DisplayText}: {text[bag.ItemLabel]} {field.Number}, {field.Field.LabelIn(text)}"
        : $"{found.SourceVersion.DisplayText}: {field.Field.LabelIn(text)}";

    static string ContextOf(WorkbenchText found, DraftRow row) => $"{Uri.EscapeDataString(found.Set.LocalizationSet)}|{row.Id}";

    static string SetOf(string? context) => context?.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar ? Uri.UnescapeDataString(context[..bar]) : context ?? "";

    static string HrefOf(WorkbenchText found) => $"/admin/translations/{Uri.EscapeDataString(found.Set.LocalizationSet)}/{found.Culture.Code}?from={found.Source.Culture.Code}";

    bool MayEdit(WorkbenchText found) => found.Items.All(i => access.MayEdit(i.Item));
}
