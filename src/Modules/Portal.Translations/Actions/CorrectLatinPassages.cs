using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Translations.Queries;

namespace Portal.Translations.Actions;

/// <summary>Writes by hand how passages of a Serbian text read in Latin letters. A draft of the Serbian text, which somebody has to publish.</summary>
public sealed class CorrectLatinPassages(UnitOfWork work, LatinText texts, ContentStore store, SaveDraft save)
{
    /// <summary>Letters that a correction may have.</summary>
    public const int Longest = 20_000;

    /// <param name="Corrections">By hash of the Cyrillic passage; empty, or what transliteration gives, = none. Passages that are not among them keep theirs.</param>
    /// <param name="Stamp">The text's stamp when it was read.</param>
    public sealed record Input(string Set, IReadOnlyDictionary<string, string> Corrections, Guid Stamp);

    public Task<Result<ContentItem>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await texts.FindAsync(input.Set, cancel) is not { } text || await store.FindAsync(text.Item.ContentItemId, cancel) is not { } item) return ContentStore.NoSuchItem;
        if (Wrong(input.Corrections) is { Count: > 0 } errors) return Problem.Invalid(errors);

        var document = (await store.LatestAsync(item, cancel)).Document;
        var corrections = text.Rows.Where(r => r.Correction is not null).Select(r => (r.Hash, r.Correction)).Concat(text.Unused.Select(u => (Hash: u.Source, Correction: (string?)u.Latin))).ToDictionary(r => r.Hash, r => r.Correction!, StringComparer.Ordinal);
        foreach (var (hash, typed) in input.Corrections)
        {
            var latin = typed.ReplaceLineEndings("\n").Trim();
            if (latin.Length == 0 || text.Rows.FirstOrDefault(r => r.Hash == hash)?.Rendering.Trim() == latin) corrections.Remove(hash);
            else corrections[hash] = latin;
        }

        document.Content.Remove(nameof(LatinPassagesPart));
        if (corrections.Count > 0) document.Apply(new LatinPassagesPart { Passages = [.. corrections.Select(c => new LatinPassage(c.Key, c.Value))] });
        return await save.RunAsync(new(item.ContentItemId, document, input.Stamp), cancel);
    }, cancel);

    static List<FieldError> Wrong(IReadOnlyDictionary<string, string> corrections)
    {
        var errors = new List<FieldError>();
        foreach (var (hash, latin) in corrections)
        {
            // What is still Cyrillic would be transliterated after all.
            if (!string.Equals(Transliterator.ToLatin(latin), latin, StringComparison.Ordinal)) errors.Add(new(hash, "In Latin letters only: the page shows this text as it stands here."));
            else if (latin.Length > Longest) errors.Add(new(hash, "At most {0} characters are possible here.", Longest));
            else if (!ContentText.IsStorable(latin)) errors.Add(new(hash, "The text contains a character that cannot be stored."));
        }

        return errors;
    }
}
