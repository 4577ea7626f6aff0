using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Site.Menus;
using Portal.Site.Queries;

namespace Portal.Site.ViewModels;

/// <param name="Targets">The items that entries lead to, by set.</param>
public sealed record MenusView(IReadOnlyList<MenuView> Menus, IReadOnlyDictionary<string, LinkTarget> Targets);

/// <param name="Previews">What readers see, by culture.</param>
public sealed record MenuView(string Name, IReadOnlyList<MenuBranch> Tree, IReadOnlyList<(Culture Culture, IReadOnlyList<NavigationLink> Links)> Previews);

/// <summary>A row of the table of a menu.</summary>
/// <param name="Moves">The ways in which the entry can be moved.</param>
public sealed record MenuRow(MenuEntry Entry, bool IsBelow, IReadOnlyList<MenuMove> Moves, LinkTarget? Target);

/// <summary>What is typed about an entry.</summary>
public sealed record MenuForm
{
    public string Menu { get; init; } = "main";
    /// <summary>By culture code.</summary>
    public Dictionary<string, string?> Words { get; init; } = new(StringComparer.Ordinal);
    /// <summary><c>item</c>, <c>list</c> or <c>address</c>.</summary>
    public string? LeadsTo { get; init; }
    public string? Item { get; init; }
    public string? List { get; init; }
    public string? Address { get; init; }
    /// <summary>Words by which an item is looked for.</summary>
    public string? Q { get; init; }
    public List<string>? HiddenIn { get; init; }

    public static MenuForm Of(MenuEntry entry) => new()
    {
        Menu = entry.Menu, Words = entry.Words.ToDictionary(w => w.Key, w => (string?)w.Value, StringComparer.Ordinal), Item = entry.Item, List = entry.List, Address = entry.Address, HiddenIn = [.. entry.HiddenIn],
        LeadsTo = entry.Item is not null ? "item" : entry.List is not null ? "list" : "address",
    };

    /// <summary>The entry as it would be.</summary>
    public MenuEntry EntryOf(string set, decimal order, string? parent) => new(
        set, Menu, order, parent, Words.Where(w => !string.IsNullOrWhiteSpace(w.Value)).ToDictionary(w => w.Key, w => w.Value!.Trim(), StringComparer.Ordinal),
        LeadsTo == "item" ? NullIfEmpty(Item) : null, LeadsTo == "list" ? NullIfEmpty(List) : null, LeadsTo == "address" ? NullIfEmpty(Address) : null, [.. HiddenIn ?? []]);

    static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Set">Null for a new entry.</param>
/// <param name="Target">The item that is chosen now.</param>
/// <param name="Found">Items that fit the words looked for; null where nothing was looked for.</param>
/// <param name="Lists">Content types with lists.</param>
/// <param name="Previews">What readers would see; null where nobody asked.</param>
public sealed record MenuEntryView(string? Set, MenuForm Form, LinkTarget? Target, IReadOnlyList<LinkTarget>? Found, IReadOnlyList<ContentTypeDefinition> Lists, IReadOnlyList<(Culture Culture, IReadOnlyList<NavigationLink> Links)>? Previews);
