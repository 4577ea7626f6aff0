using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Translations.Alignment;
using Portal.Translations.Texts;

namespace Portal.Translations.Drafting;

/// <summary>An item in two languages, side by side: its passages as rows, and back into a document.</summary>
/// <param name="source">What is translated, as it is now.</param>
/// <param name="before">The same as it was when the translation was made; null where that is not known.</param>
/// <param name="target">The translation; null where there is none yet.</param>
/// <param name="known">What the workbench put together before.</param>
public sealed class TranslationDraft(TypeTexts texts, JsonObject source, JsonObject? before, JsonObject? target, PassagePairs known)
{
    readonly JsonObject old = before ?? source, here = target ?? [];

    IReadOnlyList<DraftField>? fields;

    public IReadOnlyList<DraftField> Fields => fields ??= [.. OwnFields(), .. texts.Bags.SelectMany(FieldsOf)];

    public IEnumerable<DraftRow> Rows => Fields.SelectMany(f => f.Rows).Where(r => !r.IsEmpty);

    /// <summary>How many items of bags the translation has and the source has not.</summary>
    public int OnlyHere => texts.Bags.Sum(bag => BagItems.Of(here, bag.Name).Count - BagItems.Pair(source, here, bag.Name).Count(p => p.Target is not null));

    /// <param name="typed">Translations by row; a row that is not among them stays as it is.</param>
    /// <param name="same">Rows of which the translator says that they still say the same.</param>
    /// <returns>The translation's text, without what all languages share, and what now belongs together.</returns>
    public (JsonObject Content, PassagePairs Pairs) Write(IReadOnlyDictionary<string, string> typed, IReadOnlySet<string> same)
    {
        var content = target is null ? texts.Blank(source) : (JsonObject)target.DeepClone();
        var pairs = new PassagePairs();
        foreach (var field in Fields.Where(f => f.Bag is null)) field.Field.Write(content, Read(field, typed, same, pairs));
        foreach (var bag in texts.Bags) WriteBag(bag, content, typed, same, pairs);
        return (content, pairs);
    }

    IEnumerable<DraftField> OwnFields() => texts.Fields.Select(f => new DraftField(f.Key, f, RowsOf(f.Key, f, source, old, here)));

    IEnumerable<DraftField> FieldsOf(TextBag bag)
    {
        var earlier = BagItems.Of(old, bag.Name).Where(i => BagItems.IdOf(i).Length > 0).DistinctBy(BagItems.IdOf, StringComparer.Ordinal).ToDictionary(BagItems.IdOf, StringComparer.Ordinal);
        foreach (var (pair, index) in BagItems.Pair(source, here, bag.Name).Select((pair, index) => (pair, index)))
        {
            foreach (var field in bag.Items.Fields)
            {
                var key = KeyOf(bag, pair.Id, field);
                yield return new(key, field, RowsOf(key, field, pair.Source, earlier.GetValueOrDefault(pair.Id, pair.Source), pair.Target ?? []), bag, index + 1);
            }
        }
    }

    static string KeyOf(TextBag bag, string id, TranslatableField field) => $"{bag.Name}.{id}.{field.Key}";

    List<DraftRow> RowsOf(string key, TranslatableField field, JsonObject now, JsonObject earlier, JsonObject translation)
    {
        var (texts, befores, targets, pairs) = (field.Read(now), field.Read(earlier), field.Read(translation), known.Of(key));
        IEnumerable<AlignedPassage> aligned = field.Kind switch
        {
            TextKind.Line when texts.Count + befores.Count + targets.Count == 0 => [],
            TextKind.Line => [new(new(befores is [var before, ..] ? before : null, texts is [var text, ..] ? text : null), targets)],
            // A title stands in the place of its file.
            TextKind.FileTexts => texts.Select((text, i) => new AlignedPassage(new(befores.ElementAtOrDefault(i), text), targets.ElementAtOrDefault(i) is { Length: > 0 } title ? [title] : [])),
            _ => PassageAlignment.Align(SourcePassage.Merge(befores, texts), targets, pairs),
        };

        var rows = new List<DraftRow>();
        var (number, extra) = (0, 0);
        foreach (var (passage, stored) in aligned)
        {
            var id = passage?.Now is null ? $"{key}:x{++extra}" : $"{key}:{++number}";
            if (passage is { Now: null } && stored.Count == 0) continue;
            rows.Add(new(id, passage, string.Join(field.Kind == TextKind.Values ? "\n" : "\n\n", stored), StateOf(passage, stored, pairs)));
        }

        return rows;
    }

    static RowState StateOf(SourcePassage? passage, IReadOnlyList<string> stored, ILookup<string, string> pairs)
    {
        if (passage is null) return RowState.OnlyHere;
        if (passage.Now is null) return RowState.SourceGone;
        if (stored.Count == 0) return RowState.Untranslated;
        return passage.IsChanged && !stored.All(t => pairs[Passages.Hash(t)].Contains(Passages.Hash(passage.Now), StringComparer.Ordinal)) ? RowState.Changed : RowState.Translated;
    }

    void WriteBag(TextBag bag, JsonObject content, IReadOnlyDictionary<string, string> typed, IReadOnlySet<string> same, PassagePairs pairs)
    {
        var items = BagItems.Pair(source, content, bag.Name).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i].Target ?? bag.Items.Blank(items[i].Source);
            var isSaid = false;
            foreach (var field in bag.Items.Fields)
            {
                var key = KeyOf(bag, items[i].Id, field);
                var passages = Read(Fields.First(f => f.Key == key), typed, same, pairs);
                isSaid |= passages.Any(p => p.Length > 0);
                field.Write(item, passages);
            }

            if ((string?)(item[nameof(TitlePart)] as JsonObject)?[nameof(TitlePart.Title)] is { } title) item["DisplayText"] = title;
            // Of what nobody has translated a word, this language has nothing yet.
            if (items[i].Target is not null || (!isSaid && bag.Items.Fields.Count > 0)) continue;
            BagItems.Insert(content, bag.Name, items, i, item);
            items[i] = items[i] with { Target = item };
        }
    }

    static List<string> Read(DraftField field, IReadOnlyDictionary<string, string> typed, IReadOnlySet<string> same, PassagePairs pairs)
    {
        var passages = new List<string>();
        foreach (var row in field.Rows)
        {
            var text = typed.GetValueOrDefault(row.Id, row.Stored).ReplaceLineEndings("\n").Trim();
            var divided = Divide(field.Field.Kind, text);
            passages.AddRange(divided);
            // A passage that was left as it was still belongs to the source as it was.
            var isOld = row.State == RowState.Changed && text == row.Stored && !same.Contains(row.Id);
            if ((isOld ? row.Source?.Before : row.Source?.Now ?? row.Source?.Before) is not { Length: > 0 } belongsTo) continue;
            foreach (var passage in divided.Where(p => p.Length > 0)) pairs.Add(field.Key, belongsTo, passage);
        }

        return passages;
    }

    static IReadOnlyList<string> Divide(TextKind kind, string text) => kind switch
    {
        TextKind.Line => text.Length == 0 ? [] : [text.Replace('\n', ' ')],
        TextKind.FileTexts => [text.Replace('\n', ' ')],
        TextKind.Values => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => Passages.Split(text),
    };
}
