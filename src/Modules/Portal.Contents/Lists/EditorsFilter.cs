using System.Globalization;
using Portal.Cms.Content;

namespace Portal.Contents.Lists;

/// <summary>What the editors' list shows, as its address says it. What is null or false does not narrow it.</summary>
public sealed record EditorsFilter
{
    /// <summary>Values of <see cref="State"/>; modules have more, see <see cref="Models.IListStates"/>.</summary>
    public const string Draft = nameof(ContentState.Draft), Changed = nameof(ContentState.Changed), Published = nameof(ContentState.Published), Scheduled = "Scheduled";

    /// <summary>Value of <see cref="Sort"/>; anything else: last changed first.</summary>
    public const string ByTitle = "title";

    public static IReadOnlyList<string> States { get; } = [Draft, Changed, Published, Scheduled];

    /// <summary>Words of the title, in any script.</summary>
    public string? Q { get; init; }
    /// <summary>Name of a content type.</summary>
    public string? Type { get; init; }
    public string? Culture { get; init; }
    public string? State { get; init; }
    /// <summary>Localization set.</summary>
    public string? Organisation { get; init; }
    /// <summary>Only what the person owns or changed last.</summary>
    public bool Mine { get; init; }
    /// <summary>Only what was changed on this day (UTC) or later.</summary>
    public DateOnly? Since { get; init; }
    public string? Sort { get; init; }
    /// <summary>Where the page before ended, or the page after begins: see <see cref="ListPlace"/>.</summary>
    public string? After { get; init; }
    public string? Before { get; init; }

    public bool IsByTitle => Sort == ByTitle;

    /// <summary>Whether it shows everything, in whatever order.</summary>
    public bool IsEmpty => this with { Sort = null, After = null, Before = null } == Everything;

    static readonly EditorsFilter Everything = new();

    /// <returns>The same without blanks that an empty form sends.</returns>
    public EditorsFilter Tidied() => this with
    {
        Q = Tidy(Q?.Trim()),
        Type = Tidy(Type),
        Culture = Tidy(Culture),
        State = IsWord(State) ? State : null,
        Organisation = Tidy(Organisation),
        Sort = IsByTitle ? Sort : null,
        After = Tidy(After),
        Before = Tidy(Before),
    };

    /// <summary>The query of the list's address, from the beginning or from a place on.</summary>
    public string Query(string? after = null, string? before = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", Q), ("type", Type), ("culture", Culture), ("state", State), ("organisation", Organisation), ("mine", Mine ? "true" : null), ("since", Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("sort", Sort), ("after", after), ("before", before),
        ];
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    /// <summary>Whether it can be a state: of one that nobody knows, there are no items.</summary>
    static bool IsWord(string? value) => value is { Length: > 0 and <= 40 } && value.All(char.IsAsciiLetter);

    static string? Tidy(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
