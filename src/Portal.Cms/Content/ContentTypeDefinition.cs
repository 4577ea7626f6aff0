using System.Reflection;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Localization;

namespace Portal.Cms.Content;

/// <summary>A part as a type carries it.</summary>
/// <param name="Name">Instance name: the key in item JSON. Differs from the class where a type carries several bags.</param>
/// <param name="Label">English message id of what a bag's items are together.</param>
/// <param name="Contained">What a bag holds.</param>
public sealed record PartDefinition(string Name, Type Type, string? Label = null, ContentTypeDefinition? Contained = null)
{
    /// <summary>Name of the part as definitions know it.</summary>
    public string PartName { get; init; } = Type.Name;

    /// <summary>What stored definitions say about its fields: those that an administrator or a recipe added, and words and order for those of its class.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>Types of the items that a list holds, or a bag of several types.</summary>
    public IReadOnlyList<string> ContainedTypes { get; init; } = [];

    /// <summary>The fields that no property of the class is.</summary>
    public IEnumerable<FieldDefinition> AddedFields => Fields.Where(f => Type.GetProperty(f.Name) is null);

    public bool IsShared(string field) => Type.GetProperty(field)?.IsDefined(typeof(SharedAttribute)) ?? Fields.Any(f => f.Name == field && f.IsShared);
}

/// <summary>A content type that a module knows: its parts, its addresses and the controller that shows it. Types that came by recipe are stored instead.</summary>
/// <param name="name">PascalCase, stable: it stands in recipes and in the database.</param>
/// <param name="displayName">English message id.</param>
public sealed class ContentTypeDefinition(string name, string displayName)
{
    List<PartDefinition> parts = [];
    readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);

    public string Name => name;
    public string DisplayName { get; private set; } = displayName;
    /// <summary>Its name by culture, where an administrator gave it one; else <see cref="DisplayName"/> is translated.</summary>
    public IReadOnlyDictionary<string, string> DisplayNames { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>What many of them are called, by culture, where an administrator said so; else what the type's listing says.</summary>
    public IReadOnlyDictionary<string, string> ListNames { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>An administrator or a recipe made it and no module knows it: the generic page and form show it.</summary>
    public bool IsStored { get; init; }
    /// <summary>Whether editors are offered to write a new one.</summary>
    public bool IsCreatable { get; init; } = true;
    /// <summary>Whether the editors' list offers to show the items of this type alone.</summary>
    public bool IsListable { get; init; } = true;
    public IReadOnlyList<PartDefinition> Parts => parts;
    public IReadOnlyList<(string Part, string Field)> SharedFields { get; private set; } = [];
    /// <summary>Fields that point to other sets.</summary>
    public IReadOnlyList<(string Part, string Field)> Pickers { get; private set; } = [];
    /// <summary>How its items are listed; null = they are not.</summary>
    public ContentListing? Listing { get; private set; }
    /// <summary>Takes out of a published document what the public may not see.</summary>
    public Action<ContentDocument> HideFromPublic { get; private set; } = _ => { };
    /// <summary>Name of the controller whose <c>Detail</c> (and, with slugs, <c>List</c>) shows items of this type.</summary>
    public string? Controller { get; private set; }
    /// <summary>Name of the controller whose <c>List</c> shows the list: the one that shows the lists of all types, unless the type has its own.</summary>
    public string ListController { get; private set; } = "ContentList";
    /// <summary>Members publish it for their own organisation: the general permission <c>PublishOwnContent</c> counts for it. Otherwise a role needs <c>PublishOwn_…</c> by name.</summary>
    public bool MembersMayPublish { get; private set; }

    public ContentTypeDefinition With<TPart>() where TPart : ContentPart => With(new PartDefinition(typeof(TPart).Name, typeof(TPart)));

    /// <summary>Gives the type a bag of items that live in it.</summary>
    /// <param name="partName">The key in item JSON.</param>
    /// <param name="label">English message id of what the items are together.</param>
    /// <param name="contained">The type of the items; nobody else knows it.</param>
    public ContentTypeDefinition WithBag(string partName, string label, ContentTypeDefinition contained) => With(new PartDefinition(partName, typeof(BagPart), label, contained));

    public ContentTypeDefinition With(PartDefinition added)
    {
        parts.Add(added);
        FindFields();
        return this;
    }

    /// <returns>The same type with other words and with what stored definitions add to its parts.</returns>
    /// <param name="name">English message id; empty = as it was.</param>
    /// <param name="names">What one of them is called, by culture.</param>
    /// <param name="listNames">What many of them are called, by culture.</param>
    public ContentTypeDefinition Extended(string? name, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> listNames, IEnumerable<PartDefinition> all)
    {
        var extended = (ContentTypeDefinition)MemberwiseClone();
        (extended.DisplayName, extended.DisplayNames, extended.ListNames, extended.parts) = (string.IsNullOrWhiteSpace(name) ? DisplayName : name, names, listNames, [.. all]);
        if (Listing is { } listing)
        {
            extended.Listing = listing with
            {
                Titles = listNames.Count > 0 ? listNames : listing.Titles,
                Kinds = extended.InOrderOf(listing.KindField, listing.Kinds),
                Bands = extended.InOrderOf(listing.BandField, listing.Bands),
            };
        }

        extended.FindFields();
        return extended;
    }

    /// <summary>What a form outside the editor offers in a field: the values in the order that an administrator gave them, without those that were withdrawn.</summary>
    /// <param name="field">Such as <c>Municipality.Country</c>.</param>
    /// <param name="keys">All values, as the code knows them.</param>
    /// <param name="chosen">What the item has already, which stays.</param>
    public IEnumerable<string> Offered(string field, IReadOnlyList<string> keys, string? chosen) =>
        InOrderOf(field, keys).Where(k => k == chosen || StoredAbout(field)?.HiddenOptions.Contains(k, StringComparer.Ordinal) != true);

    /// <summary>Filters show values as the form does, in the order that an administrator gave them.</summary>
    IReadOnlyList<string> InOrderOf(string? field, IReadOnlyList<string> keys)
    {
        var order = StoredAbout(field)?.Options.Select(o => o.Value).ToList() ?? [];
        return order.Count == 0 ? keys : [.. keys.OrderBy(k => order.IndexOf(k) is >= 0 and var at ? at : order.Count)];
    }

    FieldDefinition? StoredAbout(string? field) => (from part in parts from stored in part.Fields where $"{part.PartName}.{stored.Name}" == field select stored).FirstOrDefault();

    /// <summary>The type's name for a reader.</summary>
    public string NameIn(Culture culture, Microsoft.Extensions.Localization.IStringLocalizer text) =>
        DisplayNames.TryGetValue(culture.ContentCode, out var own) ? culture.Render(own) : text[DisplayName];

    void FindFields()
    {
        SharedFields = [.. from part in parts
                           from field in part.Type.GetProperties().Select(p => p.Name).Concat(part.AddedFields.Select(f => f.Name))
                           where part.IsShared(field)
                           select (part.Name, field)];
        Pickers = [.. from part in parts
                      from field in part.Type.GetProperties().Where(p => p.PropertyType == typeof(LocalizationSetContentPickerField)).Select(p => p.Name)
                          .Concat(part.AddedFields.Where(f => f.FieldType == nameof(LocalizationSetContentPickerField)).Select(f => f.Name))
                      select (part.Name, field)];
    }

    /// <summary>Says how its items are listed.</summary>
    public ContentTypeDefinition Listed(ContentListing listing)
    {
        Listing = listing;
        return this;
    }

    /// <summary>Says what of a published item no page, feed, file or program may show to the public.</summary>
    public ContentTypeDefinition HidingFromPublic(Action<ContentDocument> hide)
    {
        HideFromPublic = hide;
        return this;
    }

    /// <summary>Says that members publish items of this type for their own organisation, without a network editor.</summary>
    public ContentTypeDefinition PublishedByMembers()
    {
        MembersMayPublish = true;
        return this;
    }

    /// <summary>Says that the type's own controller shows its list.</summary>
    public ContentTypeDefinition ListedBy(string controller)
    {
        ListController = controller;
        return this;
    }

    /// <summary>Says where items of this type are found: first path segment per content culture (ASCII, so that both Serbian scripts share it).</summary>
    public ContentTypeDefinition At(string controller, string sq, string sr, string bs, string en)
    {
        Controller = controller;
        (slugs["sq"], slugs["sr"], slugs["bs"], slugs["en"]) = (sq, sr, bs, en);
        return this;
    }

    /// <summary>Says that items of this type stand directly below the culture.</summary>
    public ContentTypeDefinition AtRoot(string controller)
    {
        Controller = controller;
        return this;
    }

    /// <returns>The path segment of this type's list in a culture, or null where it has none.</returns>
    public string? SlugIn(Culture culture) => slugs.GetValueOrDefault(culture.ContentCode);
}
