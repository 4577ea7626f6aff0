using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Site.Menus;

/// <summary>What readers of a culture see of a menu: entries that have words there, are not hidden, and lead to something that is there. What stands below an entry that is not shown is not shown either.</summary>
public sealed class MenuLinks(PortalDb db, ContentTypes types)
{
    public async Task<IReadOnlyList<NavigationLink>> OfAsync(IReadOnlyList<MenuBranch> tree, Culture culture, CancellationToken cancel)
    {
        string[] sets = [.. tree.SelectMany(b => b.Below.Prepend(b.Entry)).Select(e => e.Item).OfType<string>().Distinct(StringComparer.Ordinal)];
        var paths = sets.Length == 0 ? [] : await db.ContentItems.Where(i => sets.Contains(i.LocalizationSet) && i.Culture == culture.ContentCode && i.PublishedPath != null)
            .ToDictionaryAsync(i => i.LocalizationSet, i => i.PublishedPath!, StringComparer.Ordinal, cancel);
        return [.. from branch in tree
                   let link = Link(branch.Entry, culture, paths)
                   where link is not null
                   select link with { Children = [.. branch.Below.Select(e => Link(e, culture, paths)).OfType<NavigationLink>()] }];
    }

    NavigationLink? Link(MenuEntry entry, Culture culture, Dictionary<string, string> paths) =>
        entry.In(culture.ContentCode) is { Length: > 0 } words && !entry.HiddenIn.Contains(culture.ContentCode, StringComparer.Ordinal) && PathOf(entry, culture, paths) is { } path
            ? new((int)entry.Order, culture.Render(words), $"/{culture.Code}/{path}".TrimEnd('/'), null) : null;

    string? PathOf(MenuEntry entry, Culture culture, Dictionary<string, string> paths) =>
        entry.Item is { } set ? paths.GetValueOrDefault(set) : entry.List is { } type ? types.Find(type)?.SlugIn(culture) : entry.Address?.TrimEnd('/');
}
