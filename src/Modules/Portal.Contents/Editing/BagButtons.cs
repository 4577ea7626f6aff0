using Portal.Cms.Data;
using Portal.Contents.Drivers;

namespace Portal.Contents.Editing;

/// <summary>The buttons of a bag are submit buttons: they change the form that comes back and save nothing, so they work without scripts.</summary>
public static class BagButtons
{
    public const string Add = "add", Remove = "remove", Up = "up", Down = "down";

    /// <param name="pressed">Value of the button: what, in which bag, and with which item, divided by blanks.</param>
    /// <returns>The key of the item that was added or moved, the bag's name where one was removed; null for any other button.</returns>
    public static string? Press(string pressed, TypedValues typed, IEnumerable<PartDescriptor> parts)
    {
        if (pressed.Split(' ') is not [var what, var bag, .. var rest] || parts.All(p => p.Bag is null || p.Name != bag)) return null;

        var keys = typed.All(Bags.Keys(bag)).ToList();
        var at = keys.IndexOf(rest.FirstOrDefault() ?? "");
        var touched = bag;
        if (what == Add)
        {
            keys.Add(Ids.New());
            touched = Bags.Prefix(bag, keys[^1]);
        }
        else if (at < 0) return bag;
        else if (what == Remove) keys.RemoveAt(at);
        else
        {
            var to = Math.Clamp(what == Up ? at - 1 : at + 1, 0, keys.Count - 1);
            (keys[at], keys[to]) = (keys[to], keys[at]);
            touched = Bags.Prefix(bag, keys[to]);
        }

        typed.Set(Bags.Keys(bag), keys);
        return touched;
    }
}
