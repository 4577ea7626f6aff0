using System.Reflection;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Localization;

namespace Portal.Cms.Content;

/// <summary>A part as a type carries it.</summary>
/// <param name="Name">Instance name: the key in item JSON. Differs from the class where a type carries several bags.</param>
/// <param name="Label">English message id of what a bag's items are together.</param>
/// <param name="Contained">What a bag holds.</param>
public sealed record PartDefinition(string Name, Type Type, string? Label = null, ContentTypeDefinition? Contained = null);

/// <summary>A content type that a module knows: its parts, its addresses and the controller that shows it. Types that came by recipe are stored instead.</summary>
/// <param name="name">PascalCase, stable: it stands in recipes and in the database.</param>
/// <param name="displayName">English message id.</param>
public sealed class ContentTypeDefinition(string name, string displayName)
{
    readonly List<PartDefinition> parts = [];
    readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);

    public string Name => name;
    public string DisplayName => displayName;
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

    ContentTypeDefinition With(PartDefinition added)
    {
        parts.Add(added);
        SharedFields = [.. from part in parts
                           from property in part.Type.GetProperties()
                           where property.IsDefined(typeof(SharedAttribute))
                           select (part.Name, property.Name)];
        Pickers = [.. from part in parts
                      from property in part.Type.GetProperties()
                      where property.PropertyType == typeof(LocalizationSetContentPickerField)
                      select (part.Name, property.Name)];
        return this;
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

/// <summary>The content types of the enabled modules.</summary>
public sealed class ContentTypes(IEnumerable<ContentTypeDefinition> definitions)
{
    readonly Dictionary<string, ContentTypeDefinition> byName = definitions.ToDictionary(d => d.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<ContentTypeDefinition> All => byName.Values;

    public ContentTypeDefinition? Find(string name) => byName.GetValueOrDefault(name);

    /// <returns>The type whose list stands at this path below the culture.</returns>
    public ContentTypeDefinition? ListedAt(Culture culture, string path) => byName.Values.FirstOrDefault(t => t.SlugIn(culture) == path);
}
