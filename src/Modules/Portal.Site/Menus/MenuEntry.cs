using Portal.Cms.Content;
using Portal.Site.Models;

namespace Portal.Site.Menus;

/// <summary>One entry of a menu with its words in all languages.</summary>
/// <param name="Set">Localization set; empty for one that is not saved yet.</param>
/// <param name="Words">By culture code; a language without words does not show it.</param>
/// <param name="Item">Localization set of the item that it leads to.</param>
/// <param name="List">Name of the content type whose list it leads to.</param>
/// <param name="Address">Path below the language that it leads to.</param>
/// <param name="HiddenIn">Codes of cultures that have words and do not show it.</param>
public sealed record MenuEntry(string Set, string Menu, decimal Order, string? Parent, IReadOnlyDictionary<string, string> Words, string? Item, string? List, string? Address, IReadOnlyList<string> HiddenIn)
{
    /// <param name="words">By culture code.</param>
    public static MenuEntry Of(string set, MenuItem part, IReadOnlyDictionary<string, string> words) => new(
        set, part.Menu?.Text ?? "", part.Order?.Value ?? 0, part.Parent?.LocalizationSets.FirstOrDefault(), words,
        part.Item?.LocalizationSets.FirstOrDefault(), NullIfEmpty(part.List?.Text), NullIfEmpty(part.Address?.Text), [.. part.HiddenIn?.Values ?? []]);

    /// <returns>The words in a culture's own content, or empty.</returns>
    public string In(string culture) => Words.GetValueOrDefault(culture, "");

    static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>An entry with the entries below it.</summary>
public sealed record MenuBranch(MenuEntry Entry, IReadOnlyList<MenuEntry> Below);

/// <summary>The place of an entry: its order is that of the list it stands in.</summary>
/// <param name="Parent">Set of the entry above; null = on the first level.</param>
public sealed record MenuPlace(string Set, string? Parent);

/// <summary>Which way an entry is moved.</summary>
public enum MenuMove
{
    Up,
    Down,
    /// <summary>Below the entry before it.</summary>
    In,
    /// <summary>Out to the first level, after the entry it stood below.</summary>
    Out,
}

/// <summary>Puts entries in order: one level below the first and no more.</summary>
public static class MenuTree
{
    /// <returns>The branches of one menu. An entry whose parent is gone, or stands below another itself, is on the first level.</returns>
    public static IReadOnlyList<MenuBranch> Of(IEnumerable<MenuEntry> entries, string menu)
    {
        var all = entries.Where(e => e.Menu == menu).OrderBy(e => e.Order).ThenBy(e => e.Set, StringComparer.Ordinal).ToList();
        var first = all.Where(e => e.Parent is null || e.Parent == e.Set || all.Find(p => p.Set == e.Parent) is not { Parent: null }).ToList();
        return [.. first.Select(e => new MenuBranch(e, [.. all.Where(b => b.Parent == e.Set && !first.Contains(b))]))];
    }

    /// <returns>The places of all entries, in reading order.</returns>
    public static IReadOnlyList<MenuPlace> Places(IEnumerable<MenuBranch> tree) =>
        [.. tree.SelectMany(b => b.Below.Select(e => new MenuPlace(e.Set, b.Entry.Set)).Prepend(new(b.Entry.Set, null)))];

    /// <returns>The places after a move; null where the entry cannot move that way.</returns>
    public static IReadOnlyList<MenuPlace>? Moved(IReadOnlyList<MenuPlace> places, string set, MenuMove move)
    {
        if (places.FirstOrDefault(p => p.Set == set) is not { } moving) return null;
        var peers = places.Where(p => p.Parent == moving.Parent).ToList();
        var at = peers.IndexOf(moving);
        switch (move)
        {
            case MenuMove.Up when at > 0: return Between(places, Block(places, peers[at]), before: peers[at - 1]);
            case MenuMove.Down when at < peers.Count - 1: return Between(places, Block(places, peers[at + 1]), before: moving);
            case MenuMove.In when moving.Parent is null && at > 0 && places.All(p => p.Parent != set):
                var above = peers[at - 1];
                var rest = places.Where(p => p != moving).ToList();
                rest.Insert(rest.IndexOf(above) + Block(places, above).Count, moving with { Parent = above.Set });
                return rest;
            case MenuMove.Out when moving.Parent is { } parent:
                var whole = places.First(p => p.Set == parent);
                var others = places.Where(p => p != moving).ToList();
                others.Insert(others.IndexOf(whole) + Block(others, whole).Count, moving with { Parent = null });
                return others;
            default: return null;
        }
    }

    /// <summary>An entry and what stands below it.</summary>
    static List<MenuPlace> Block(IReadOnlyList<MenuPlace> places, MenuPlace entry) => [entry, .. places.Where(p => p.Parent == entry.Set)];

    static List<MenuPlace> Between(IReadOnlyList<MenuPlace> places, List<MenuPlace> block, MenuPlace before)
    {
        var rest = places.Except(block).ToList();
        rest.InsertRange(rest.IndexOf(before), block);
        return rest;
    }
}
