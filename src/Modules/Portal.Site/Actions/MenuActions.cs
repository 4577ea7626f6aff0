using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Site.Menus;
using Portal.Site.Models;
using Portal.Site.Queries;

namespace Portal.Site.Actions;

/// <summary>Saves an entry of a menu in all languages; readers see it at once.</summary>
public sealed class SaveMenuItem(UnitOfWork work, MenuEntries entries, SetWriter writer, CurrentUser user, AuditTrail audit)
{
    /// <param name="Set">Null = a new entry, at the end of its menu.</param>
    /// <param name="Words">By culture code.</param>
    /// <param name="Item">Localization set; of item, list and address exactly one is given.</param>
    public sealed record Input(string? Set, string Menu, IReadOnlyDictionary<string, string> Words, string? Item, string? List, string? Address, IReadOnlyList<string> HiddenIn);

    /// <returns>The entry's localization set.</returns>
    public Task<Result<string>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<string>(async () =>
    {
        user.Demand(SitePermissions.ManageMenu);
        if (Check(input) is { Count: > 0 } errors) return Problem.Invalid(errors);
        await work.AloneAsync($"menu {input.Menu}", cancel);
        var all = await entries.ReadAsync(cancel);
        var before = input.Set is null ? null : all.FirstOrDefault(e => e.Set == input.Set);
        if (input.Set is not null && before is null) return ContentStore.NoSuchItem;

        var isMoved = before is null || before.Menu != input.Menu;
        var order = isMoved ? Places.Last(all, input.Menu) : before!.Order;
        var saved = await writer.WriteAsync(nameof(MenuItem), input.Set, input.Words, shared =>
        {
            shared.Put(nameof(MenuItem), nameof(MenuItem.Menu), SharedFields.Text(input.Menu));
            shared.Put(nameof(MenuItem), nameof(MenuItem.Order), new NumericField { Value = order });
            shared.Put(nameof(MenuItem), nameof(MenuItem.Item), SharedFields.Pick(input.Item));
            shared.Put(nameof(MenuItem), nameof(MenuItem.List), SharedFields.Text(input.List));
            shared.Put(nameof(MenuItem), nameof(MenuItem.Address), SharedFields.Text(input.Address));
            shared.Put(nameof(MenuItem), nameof(MenuItem.HiddenIn), input.HiddenIn.Count == 0 ? null : new MultiTextField { Values = [.. input.HiddenIn] });
            if (isMoved) shared.Put<LocalizationSetContentPickerField>(nameof(MenuItem), nameof(MenuItem.Parent), null);
        }, cancel);
        if (saved.Succeeded) audit.Record("Menu", before is null ? "EntryAdded" : "EntrySaved", saved.Value, new() { ["menu"] = input.Menu });
        return saved;
    }, cancel);

    static List<FieldError> Check(Input input)
    {
        var errors = new List<FieldError>();
        if (!MenuNames.All.Contains(input.Menu, StringComparer.Ordinal)) errors.Add(new("Menu", "One of {0}.", string.Join(", ", MenuNames.All)));
        if (input.Words.Values.All(string.IsNullOrWhiteSpace)) errors.Add(new($"Words-{Culture.Current.ContentCode}", "The entry needs words in one language at least."));
        errors.AddRange(input.Words.Where(w => w.Value.Trim().Length > MostLetters).Select(w => new FieldError($"Words-{w.Key}", "At most {0} characters are possible here.", MostLetters)));
        if (new[] { input.Item, input.List, input.Address }.Count(t => !string.IsNullOrWhiteSpace(t)) != 1) errors.Add(new("LeadsTo", "Say where the entry leads: to a page, a list or an address."));
        return errors;
    }

    const int MostLetters = 60;
}

/// <summary>Puts the entries of a menu in order, and below one another; readers see it at once in every language.</summary>
public sealed class ArrangeMenu(UnitOfWork work, MenuEntries entries, ContentStore store, CurrentUser user, AuditTrail audit)
{
    static readonly Problem Changed = Problem.Conflict("Somebody else changed this menu meanwhile. Nothing was moved; look at it again.");

    /// <param name="places">Every entry of the menu, in reading order.</param>
    public Task<Result<Done>> RunAsync(string menu, IReadOnlyList<MenuPlace> places, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(SitePermissions.ManageMenu);
        await work.AloneAsync($"menu {menu}", cancel);
        var known = (await entries.ReadAsync(cancel)).Where(e => e.Menu == menu).ToDictionary(e => e.Set, StringComparer.Ordinal);
        var firsts = places.Where(p => p.Parent is null).Select(p => p.Set).ToHashSet(StringComparer.Ordinal);
        if (places.Select(p => p.Set).Order(StringComparer.Ordinal).SequenceEqual(known.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal) is false) return Changed;
        if (places.Any(p => p.Parent is { } parent && !firsts.Contains(parent))) return Problem.Invalid("places", "Entries stand one level below another, and no deeper.");

        foreach (var (place, index) in places.Select((p, i) => (p, i)))
        {
            var (entry, order) = (known[place.Set], Places.At(index));
            if (entry.Order == order && entry.Parent == place.Parent) continue;
            if (await store.ChangeSharedAsync(place.Set, shared =>
            {
                shared.Put(nameof(MenuItem), nameof(MenuItem.Order), new NumericField { Value = order });
                shared.Put(nameof(MenuItem), nameof(MenuItem.Parent), SharedFields.Pick(place.Parent));
            }, cancel) is { } wrong) return wrong;
        }

        audit.Record("Menu", "Arranged", menu, new() { ["places"] = new JsonArray([.. places.Select(p => (JsonNode)(p.Parent is null ? p.Set : $"{p.Parent} > {p.Set}"))]) });
        return default(Done);
    }, cancel);

    /// <summary>Moves one entry by one place.</summary>
    public async Task<Result<Done>> MoveAsync(string menu, string set, MenuMove move, CancellationToken cancel)
    {
        var places = MenuTree.Places(MenuTree.Of(await entries.ReadAsync(cancel), menu));
        return MenuTree.Moved(places, set, move) is { } moved ? await RunAsync(menu, moved, cancel) : Problem.Conflict("The entry cannot be moved this way.");
    }
}

/// <summary>Takes an entry out of its menu, in all languages; what stood below it moves up. Each text goes to the bin.</summary>
public sealed class DeleteMenuItem(UnitOfWork work, MenuEntries entries, ContentStore store, SetWriter writer, CurrentUser user, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string set, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(SitePermissions.ManageMenu);
        var all = await entries.ReadAsync(cancel);
        if (all.FirstOrDefault(e => e.Set == set) is not { } entry) return ContentStore.NoSuchItem;
        await work.AloneAsync($"menu {entry.Menu}", cancel);
        foreach (var below in all.Where(e => e.Parent == set))
        {
            if (await store.ChangeSharedAsync(below.Set, shared => shared.Put<LocalizationSetContentPickerField>(nameof(MenuItem), nameof(MenuItem.Parent), null), cancel) is { } wrong) return wrong;
        }

        if ((await writer.WriteAsync(nameof(MenuItem), set, new Dictionary<string, string>(StringComparer.Ordinal), _ => { }, cancel)).Problem is { } problem) return problem;
        audit.Record("Menu", "EntryDeleted", set, new() { ["menu"] = entry.Menu });
        return default(Done);
    }, cancel);
}

/// <summary>The numbers that put entries in order.</summary>
static class Places
{
    const int Step = 10;

    public static decimal At(int index) => (index + 1) * Step;

    /// <returns>A place after all others of a menu.</returns>
    public static decimal Last(IEnumerable<MenuEntry> entries, string menu) => entries.Where(e => e.Menu == menu).Select(e => e.Order).DefaultIfEmpty().Max() + Step;
}
