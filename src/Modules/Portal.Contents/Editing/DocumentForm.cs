using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Drivers;

namespace Portal.Contents.Editing;

/// <summary>A content type's form in one language: an item's document as inputs, and back. What the form does not show, and what nobody touched, stays as it is.</summary>
public sealed class DocumentForm(IReadOnlyList<PartDescriptor> parts, string culture, PickerOptions options)
{
    public IReadOnlyList<PartDescriptor> Parts => parts;

    public TypedValues Show(ContentDocument document)
    {
        var typed = new TypedValues();
        Show(parts, "", document.Content, typed);
        return typed;
    }

    /// <returns>A copy of the document with what was typed.</returns>
    public ContentDocument Read(TypedValues typed, ContentDocument before, ICollection<FieldError> errors)
    {
        var content = (JsonObject)before.Content.DeepClone();
        Read(parts, "", content, typed, errors);
        return new(content);
    }

    /// <summary>What can be compared and taken over as a whole: each field, and each bag.</summary>
    public IEnumerable<FormUnit> Units =>
        from part in parts
        from unit in part.Fields.Select(f => new FormUnit($"{part.Name}.{f.Name}", part, f)).Concat(part.Bag is null ? Array.Empty<FormUnit>() : [new(part.Name, part, null)])
        select unit;

    /// <summary>Every field in its place, those of contained items too.</summary>
    public IEnumerable<FieldSpot> Spots(TypedValues typed) =>
        from part in parts
        from spot in part.Fields.Select(field => Spot("", part, field, typed)).Concat(part.Bag is null ? [] : SpotsIn(part, typed))
        select spot;

    IEnumerable<FieldSpot> SpotsIn(PartDescriptor bag, TypedValues typed) =>
        from key in typed.All(Bags.Keys(bag.Name))
        from part in bag.Bag!.Parts
        from field in part.Fields
        select Spot(Bags.Prefix(bag.Name, key), part, field, typed);

    /// <summary>A field of a part in its place.</summary>
    /// <param name="prefix">Empty, or the place of the contained item that the part belongs to.</param>
    public FieldSpot Spot(string prefix, PartDescriptor part, FieldDescriptor field, TypedValues typed)
    {
        var zone = part.Zone is null ? "" : typed[$"{prefix}{part.Name}.{part.Zone}"];
        return new(field, $"{prefix}{part.Name}.{field.Name}", culture, zone.Length > 0 && Cms.Localization.Dates.IsZone(zone) ? zone : PartDescriptor.DefaultZone, options);
    }

    void Show(IReadOnlyList<PartDescriptor> shown, string prefix, JsonObject content, TypedValues typed)
    {
        foreach (var part in shown)
        {
            var json = content[part.Name] as JsonObject;
            if (part.Zone is { } zone) typed[$"{prefix}{part.Name}.{zone}"] = (string?)(json?[zone] as JsonObject)?[nameof(TextField.Text)] ?? "";
            foreach (var field in part.Fields) field.Driver.Show(Spot(prefix, part, field, typed), json?[field.Name], typed);
            if (part.Bag is not { } bag) continue;

            var items = Bags.ItemsOf(json);
            typed.Set(Bags.Keys(part.Name), items.Select(i => i.Key));
            foreach (var (key, item) in items) Show(bag.Parts, Bags.Prefix(part.Name, key), item, typed);
        }
    }

    void Read(IReadOnlyList<PartDescriptor> shown, string prefix, JsonObject content, TypedValues typed, ICollection<FieldError> errors)
    {
        foreach (var part in shown)
        {
            foreach (var field in part.Fields) Read(Spot(prefix, part, field, typed), part, content, typed, errors);
            if (part.Bag is not null) ReadBag(part, content, typed, errors);
        }
    }

    static void Read(FieldSpot spot, PartDescriptor part, JsonObject content, TypedValues typed, ICollection<FieldError> errors)
    {
        var (field, driver) = (spot.Field, spot.Field.Driver);
        var before = (content[part.Name] as JsonObject)?[field.Name];
        var shown = new TypedValues();
        driver.Show(spot, before, shown);
        if (field.IsRequired && driver.Inputs(spot) is { Count: > 0 } inputs && inputs.All(name => typed.All(name).All(string.IsNullOrWhiteSpace))) errors.Add(new(spot.Name, "This is needed."));
        if (driver.Agrees(spot, shown, typed)) return;

        var after = driver.Read(spot, before, typed, errors);
        if (content[part.Name] is not JsonObject json) content[part.Name] = json = [];
        if (after is null) json.Remove(field.Name);
        else json[field.Name] = after;
    }

    void ReadBag(PartDescriptor part, JsonObject content, TypedValues typed, ICollection<FieldError> errors)
    {
        var bag = part.Bag!;
        var before = Bags.ItemsOf(content[part.Name] as JsonObject);
        var known = before.ToDictionary(i => i.Key, i => i.Item, StringComparer.Ordinal);
        var after = new List<JsonObject>();
        foreach (var key in typed.All(Bags.Keys(part.Name)).Distinct(StringComparer.Ordinal).Where(k => known.ContainsKey(k) || Bags.IsKey(k)))
        {
            var prefix = Bags.Prefix(part.Name, key);
            // Added, and left empty.
            if (!known.TryGetValue(key, out var item) && !typed.HasAnyBelow(prefix)) continue;
            item ??= new() { ["ContentItemId"] = key, ["ContentType"] = bag.Contained.Name };
            Read(bag.Parts, prefix, item, typed, errors);
            if ((string?)(item[nameof(TitlePart)] as JsonObject)?[nameof(TitlePart.Title)] is { } title) item["DisplayText"] = title;
            after.Add(item);
        }

        if (after.Count == 0 && before.Count == 0) return;
        if (content[part.Name] is not JsonObject json) content[part.Name] = json = [];
        // The array takes the items anew, since one of them may stand in it already.
        if (json[nameof(BagPart.ContentItems)] is JsonArray old) old.Clear();
        json[nameof(BagPart.ContentItems)] = new JsonArray([.. after]);
        foreach (var owner in parts)
        {
            foreach (var (field, _) in owner.Orders.Where(o => o.Bag == part.Name)) BagOrder.Write(content, owner.Name, field, before.ConvertAll(i => i.Key), Bags.ItemsOf(json).ConvertAll(i => i.Key));
        }
    }
}
