using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Localization;

namespace Portal.Cms.Content.Definitions;

/// <summary>Makes content types of the modules' code and the stored definitions together. What code defines stays; definitions add fields and words, and whole types that no module knows.</summary>
public static class TypeComposer
{
    /// <summary>One of <c>ContentTypePartDefinitionRecords</c>.</summary>
    sealed record PartRecord(string Name, string PartName, double? Position, JsonObject Json);

    /// <summary>Name of the controller that shows items of any type.</summary>
    public const string GenericController = "GenericContent";

    static readonly IReadOnlyDictionary<string, Type> KnownParts = new[]
    {
        typeof(TitlePart), typeof(AutoroutePart), typeof(AliasPart), typeof(LocalizationPart), typeof(MarkdownBodyPart), typeof(HtmlBodyPart), typeof(SeoMetaPart), typeof(CommonPart), typeof(ListPart), typeof(ContainedPart),
        typeof(FlowPart), typeof(BagPart), typeof(OrganisationPart), typeof(TopicsPart),
    }.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, ContentTypeDefinition> Compose(IReadOnlyDictionary<string, ContentTypeDefinition> ofModules, IReadOnlyList<StoredContentDefinition> rows)
    {
        if (rows.Count == 0) return ofModules;

        var records = rows.ToLookup(r => r.Kind, r => (r.Name, Json: JsonNode.Parse(r.Json) as JsonObject ?? []), StringComparer.Ordinal);
        var fields = records[DefinitionNames.PartKind].ToDictionary(r => r.Name, r => FieldsOf(r.Json), StringComparer.Ordinal);
        var types = records[DefinitionNames.TypeKind].ToDictionary(r => r.Name, r => r.Json, StringComparer.Ordinal);
        var composed = ofModules.Values.ToDictionary(t => t.Name, t => Extend(t, types, fields), StringComparer.Ordinal);
        foreach (var (name, record) in types.Where(t => !ofModules.ContainsKey(t.Key))) composed[name] = Make(name, record, types, fields, composed.Values);
        return composed;
    }

    static IReadOnlyList<FieldDefinition> FieldsOf(JsonObject part) =>
        [.. (part[DefinitionNames.Fields] as JsonArray ?? []).OfType<JsonObject>().Select(r => new FieldDefinition(r)).Where(f => f.Name.Length > 0 && f.FieldType.Length > 0)];

    static ContentTypeDefinition Extend(ContentTypeDefinition type, Dictionary<string, JsonObject> types, Dictionary<string, IReadOnlyList<FieldDefinition>> fields)
    {
        var record = types.GetValueOrDefault(type.Name);
        var texts = PartsOf(record).DistinctBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, TextsOf, StringComparer.Ordinal);
        // A part that a recipe or an administrator gave to a type of code; bags need a class's word for what they hold.
        var more = PartsOf(record).Where(p => p.PartName != nameof(BagPart) && type.Parts.All(known => known.Name != p.Name)).Select(p => PartOf(p, fields)).ToList();
        var parts = type.Parts.Select(p => p with
        {
            Fields = [.. fields.GetValueOrDefault(p.PartName) ?? [], .. texts.GetValueOrDefault(p.Name) ?? []],
            Contained = p.Contained is { } contained ? Extend(contained, types, fields) : null,
        }).ToList();
        // Fields of the type's own stand in a part that has its name.
        if (fields.ContainsKey(type.Name) && parts.Concat(more).All(p => p.Name != type.Name)) more.Add(PartOf(new(type.Name, type.Name, null, []), fields));
        var isAsItWas = record is null && more.Count == 0 && parts.Zip(type.Parts).All(p => p.First.Fields.Count == 0 && p.First.Contained == p.Second.Contained);
        return isAsItWas ? type : type.Extended(Text(record, DefinitionNames.DisplayName), Names(record, DefinitionNames.DisplayNames), Names(record, DefinitionNames.ListNames), InOrder([.. parts, .. more], record));
    }

    /// <summary>A part that the record gives no place keeps its own.</summary>
    static IEnumerable<PartDefinition> InOrder(IEnumerable<PartDefinition> parts, JsonObject? record)
    {
        var places = PartsOf(record).DistinctBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => p.Position, StringComparer.Ordinal);
        return parts.Select((part, index) => (part, at: places.GetValueOrDefault(part.Name) ?? index)).OrderBy(p => p.at).Select(p => p.part);
    }

    static ContentTypeDefinition Make(
        string name, JsonObject record, Dictionary<string, JsonObject> types, Dictionary<string, IReadOnlyList<FieldDefinition>> fields, IReadOnlyCollection<ContentTypeDefinition> others)
    {
        var label = Text(record, DefinitionNames.DisplayName) is { Length: > 0 } words ? words : name;
        var settings = (record[DefinitionNames.Settings] as JsonObject)?[DefinitionNames.OfType] as JsonObject;
        var hasPages = string.IsNullOrEmpty(Text(settings, DefinitionNames.Stereotype));
        var type = new ContentTypeDefinition(name, label) { IsStored = true, IsCreatable = hasPages && Flag(settings, DefinitionNames.Creatable), IsListable = settings?[DefinitionNames.Listable] is null || Flag(settings, DefinitionNames.Listable) };
        var parts = PlacedPartsOf(record).Select(p => p.PartName == nameof(BagPart) ? BagOf(p, types, fields) : PartOf(p, fields)).ToList();
        if (fields.ContainsKey(name) && parts.TrueForAll(p => p.Name != name)) parts.Add(PartOf(new(name, name, null, []), fields));
        foreach (var part in parts) type.With(part);
        type = type.Extended(label, Names(record, DefinitionNames.DisplayNames), Names(record, DefinitionNames.ListNames), parts);
        if (!hasPages) return type;

        var (titles, addresses) = (TitlesOf(type.DisplayNames, type.ListNames), Names(record, DefinitionNames.ListAddresses));
        var title = titles.GetValueOrDefault("en") ?? label;
        var slugs = Culture.ContentCultures.ToDictionary(c => c.Code, c => Free(addresses.GetValueOrDefault(c.Code) ?? SlugOf(titles, title, c), c, others), StringComparer.Ordinal);
        return type.At(GenericController, slugs["sq"], slugs["sr"], slugs["bs"], slugs["en"]).Listed(new(title, "", "Nothing has been published in this language yet.", d => new(SummaryOf(type, d))) { Titles = titles });
    }

    /// <summary>What the list of a type that no module knows is called: what many of its items are, or one of them where nobody said more.</summary>
    public static IReadOnlyDictionary<string, string> TitlesOf(IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> listNames) =>
        listNames.Concat(names.Where(n => !listNames.ContainsKey(n.Key))).ToDictionary(StringComparer.Ordinal);

    /// <summary>Where the list of a type would stand in a language: what it is called there.</summary>
    public static string SlugOf(IReadOnlyDictionary<string, string> titles, string title, Culture culture) => Slug.From(titles.GetValueOrDefault(culture.Code) ?? title);

    static string Free(string slug, Culture culture, IReadOnlyCollection<ContentTypeDefinition> others)
    {
        var free = slug;
        for (var number = 2; others.Any(t => t.SlugIn(culture) == free); number++) free = $"{slug}-{number}";
        return free;
    }

    /// <summary>The beginning of the first text that the item has.</summary>
    static string? SummaryOf(ContentTypeDefinition type, ContentDocument document)
    {
        foreach (var part in type.Parts)
        {
            foreach (var field in part.Fields.Where(f => f.FieldType is nameof(TextField) or nameof(MarkdownField) && !f.IsShared && f.Options.Count == 0))
            {
                var value = (document.Content[part.Name] as JsonObject)?[field.Name] as JsonObject;
                if (Text(value, "Text") is { Length: > 0 } text) return text;
                if (Excerpt.OfMarkdown(Text(value, "Markdown")) is { Length: > 0 } excerpt) return excerpt;
            }
        }

        return Excerpt.OfMarkdown(document.As<MarkdownBodyPart>()?.Markdown);
    }

    static PartDefinition PartOf(PartRecord part, Dictionary<string, IReadOnlyList<FieldDefinition>> fields) =>
        new(part.Name, KnownParts.GetValueOrDefault(part.PartName) is { } known && known != typeof(BagPart) ? known : typeof(StoredPart))
        { PartName = part.PartName, Fields = [.. fields.GetValueOrDefault(part.PartName) ?? [], .. TextsOf(part)], ContainedTypes = HeldBy(part) };

    /// <summary>What is said about the part's own texts on this type.</summary>
    static IReadOnlyList<FieldDefinition> TextsOf(PartRecord part) =>
        ((part.Json[DefinitionNames.Settings] as JsonObject)?[DefinitionNames.Ours] as JsonObject)?[DefinitionNames.Texts] is JsonArray texts ? [.. texts.OfType<JsonObject>().Select(t => new FieldDefinition(t))] : [];

    /// <summary>What the settings of a list or a bag allow in it.</summary>
    static IReadOnlyList<string> HeldBy(PartRecord part) =>
        ((part.Json[DefinitionNames.Settings] as JsonObject)?[part.PartName + "Settings"] as JsonObject)?["ContainedContentTypes"] is JsonArray held ? [.. held.OfType<JsonValue>().Select(h => h.ToString())] : [];

    /// <summary>A bag of one type of items has a form; what a bag of several types holds is kept as it is.</summary>
    static PartDefinition BagOf(PartRecord part, Dictionary<string, JsonObject> types, Dictionary<string, IReadOnlyList<FieldDefinition>> fields)
    {
        var settings = part.Json[DefinitionNames.Settings] as JsonObject;
        if (HeldBy(part) is not [var only] || !types.TryGetValue(only, out var record)) return new(part.Name, typeof(StoredPart)) { PartName = nameof(BagPart), ContainedTypes = HeldBy(part) };

        var contained = new ContentTypeDefinition(only, Text(record, DefinitionNames.DisplayName) ?? only) { IsStored = true };
        // Bags in bags are kept and have no form.
        foreach (var inner in PlacedPartsOf(record)) contained.With(PartOf(inner, fields));
        var label = Text(settings?[DefinitionNames.OfTypePart] as JsonObject, DefinitionNames.DisplayName) ?? part.Name;
        return new(part.Name, typeof(BagPart), label, contained);
    }

    static IEnumerable<PartRecord> PartsOf(JsonObject? record) =>
        from part in (record?[DefinitionNames.Parts] as JsonArray ?? []).OfType<JsonObject>()
        let partName = Text(part, DefinitionNames.PartName)
        where !string.IsNullOrEmpty(partName)
        let settings = (part[DefinitionNames.Settings] as JsonObject)?[DefinitionNames.OfTypePart] as JsonObject
        select new PartRecord(
            Text(part, DefinitionNames.Name) ?? partName, partName, double.TryParse(Text(settings, DefinitionNames.Position), NumberStyles.Float, CultureInfo.InvariantCulture, out var position) ? position : null, part);

    /// <summary>In the places that they have; those without one behind them.</summary>
    static IEnumerable<PartRecord> PlacedPartsOf(JsonObject record) => PartsOf(record).OrderBy(p => p.Position ?? double.MaxValue);

    /// <summary>Words by culture from our own settings of a type.</summary>
    static IReadOnlyDictionary<string, string> Names(JsonObject? record, string setting) =>
        FieldDefinition.WordsOf(((record?[DefinitionNames.Settings] as JsonObject)?[DefinitionNames.Ours] as JsonObject)?[setting]);

    static string? Text(JsonObject? from, string name) => from?[name] is JsonValue value ? value.ToString() : null;

    static bool Flag(JsonObject? from, string name) => from?[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}
