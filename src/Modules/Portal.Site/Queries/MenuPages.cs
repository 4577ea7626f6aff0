using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Site.Menus;
using Portal.Site.Models;
using Portal.Site.ViewModels;

namespace Portal.Site.Queries;

/// <summary>Puts together what the editors' pages of menus show.</summary>
public sealed class MenuPages(MenuEntries entries, MenuLinks links, FindTargets targets, ContentTypes types)
{
    public async Task<MenusView> AllAsync(CancellationToken cancel)
    {
        var all = await entries.ReadAsync(cancel);
        var menus = new List<MenuView>();
        foreach (var name in MenuNames.All)
        {
            var tree = MenuTree.Of(all, name);
            menus.Add(new(name, tree, await PreviewsAsync(tree, cancel)));
        }

        return new(menus, await targets.OfAsync(all.Select(e => e.Item).OfType<string>(), cancel));
    }

    /// <returns>Null where there is no such entry.</returns>
    public async Task<MenuEntry?> FindAsync(string set, CancellationToken cancel) => (await entries.ReadAsync(cancel)).FirstOrDefault(e => e.Set == set);

    /// <param name="isPreviewed">Also show the menu as it would be with what was typed.</param>
    public async Task<MenuEntryView> OfAsync(string? set, MenuForm form, bool isPreviewed, CancellationToken cancel)
    {
        var known = string.IsNullOrEmpty(form.Item) ? null : (await targets.OfAsync([form.Item], cancel)).GetValueOrDefault(form.Item);
        return new(
            set, form, known, string.IsNullOrWhiteSpace(form.Q) ? null : await targets.ByTitleAsync(form.Q, cancel),
            [.. types.All.Where(t => t.Listing is not null && t.SlugIn(Culture.En) is not null)],
            isPreviewed ? await PreviewAsync(set, form, cancel) : null);
    }

    async Task<IReadOnlyList<(Culture, IReadOnlyList<NavigationLink>)>> PreviewAsync(string? set, MenuForm form, CancellationToken cancel)
    {
        var all = await entries.ReadAsync(cancel);
        var before = all.FirstOrDefault(e => e.Set == set);
        var typed = form.EntryOf(set ?? "", before?.Menu == form.Menu ? before.Order : decimal.MaxValue / 2, before?.Menu == form.Menu ? before.Parent : null);
        return await PreviewsAsync(MenuTree.Of(all.Where(e => e.Set != set).Append(typed with { Order = Math.Min(typed.Order, int.MaxValue) }), form.Menu), cancel);
    }

    async Task<IReadOnlyList<(Culture, IReadOnlyList<NavigationLink>)>> PreviewsAsync(IReadOnlyList<MenuBranch> tree, CancellationToken cancel)
    {
        var previews = new List<(Culture, IReadOnlyList<NavigationLink>)>();
        foreach (var culture in Culture.All) previews.Add((culture, await links.OfAsync(tree, culture, cancel)));
        return previews;
    }
}
