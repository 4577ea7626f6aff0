using Portal.Cms.Content.Indexing;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Lists;

/// <summary>A published item as lists of any kind show it; the view is <c>_ContentEntry</c>.</summary>
/// <param name="TypeName">English message id of its type.</param>
/// <param name="Kind">Key of its kind; empty where the type has none.</param>
/// <param name="KindName">English message id of its kind; null where the type has none.</param>
/// <param name="Other">The culture it is shown in, where that is not the reader's.</param>
/// <param name="Detail">What the type itself shows under the title: a phase, a place, a status.</param>
public sealed record ContentEntry(
    string ContentType, string Set, string Title, string Href, string Summary, string TypeName, string Kind, string? KindName, DateOnly Day,
    ContentName? Organisation, IReadOnlyList<ContentName> Municipalities, Culture? Other, EntryDetail? Detail)
{
    /// <summary>The field that holds its kind, where an administrator may have called it otherwise.</summary>
    public string? KindField { get; init; }

    /// <summary>Level of the heading that its title is: 2 on list pages, 3 below a heading.</summary>
    public int Level { get; init; } = 2;

    /// <summary>Whether its day tells the reader something: not of what has no day of its own, or says its times itself.</summary>
    public bool SaysDay { get; init; } = true;

    /// <summary>Its day as far as it is known, in the reader's language; null = to the day.</summary>
    public string? DayName { get; init; }

    /// <summary>Whether lists of several types say which it is.</summary>
    public bool SaysType { get; init; }
}

/// <summary>A partial view and what it shows.</summary>
public sealed record EntryDetail(string PartialView, object Model)
{
    /// <summary>What stands in place of the entry's day, where that would say more than is known or less than is needed.</summary>
    public string? When { get; init; }
}

/// <summary>Lets a module show on each of its entries what changes by itself or stands in its own tables. One query for a whole list.</summary>
public interface IEntryDetails
{
    string ContentType { get; }

    /// <returns>Detail by set; sets without one are left out.</returns>
    Task<IReadOnlyDictionary<string, EntryDetail>> LoadAsync(IReadOnlyCollection<string> sets, Culture culture, CancellationToken cancel);
}
