namespace Portal.Review.Models;

/// <summary>Whose approvals count: those given since the review was last asked for, to the very text that is there now, each person once.</summary>
public static class Approvals
{
    /// <param name="entries">Of the item, in their order.</param>
    /// <param name="print">Fingerprint of the text as it is now.</param>
    public static IReadOnlyList<string> Of(IEnumerable<ReviewEntry> entries, string print)
    {
        var people = new List<string>();
        foreach (var entry in entries)
        {
            if (entry.Kind is EntryKind.Requested or EntryKind.Returned or EntryKind.Withdrawn) people.Clear();
            else if (entry is { Kind: EntryKind.Approved, ById: { } who } && entry.Print == print && !people.Contains(who, StringComparer.Ordinal)) people.Add(who);
        }

        return people;
    }
}
