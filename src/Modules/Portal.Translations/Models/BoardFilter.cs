using System.Globalization;

namespace Portal.Translations.Models;

/// <summary>What the board can be narrowed down to, by state of a language.</summary>
public enum BoardState { Missing, Current, Stale, InWork, SummaryOnly }

/// <summary>What the board is narrowed down to; null or empty = everything.</summary>
/// <param name="Culture">Culture code that <paramref name="State"/> is asked of; null = any language.</param>
/// <param name="Q">Words that stand in a title.</param>
/// <param name="After">Where the page before ended: <see cref="BoardPlace"/>.</param>
public sealed record BoardFilter(string? Type = null, string? Organisation = null, string? Culture = null, BoardState? State = null, string? Q = null, string? After = null)
{
    public static readonly IReadOnlyList<BoardState> States = Enum.GetValues<BoardState>();

    /// <returns>English message id.</returns>
    public static string NameOf(BoardState state) => state switch
    {
        BoardState.Missing => "Missing",
        BoardState.Current => "Current",
        BoardState.Stale => "Outdated",
        BoardState.InWork => "In work",
        _ => "Summary only",
    };
}

/// <summary>A place in the order of the board: last changed first.</summary>
public sealed record BoardPlace(DateTime ChangedUtc, string LocalizationSet)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ChangedUtc.Ticks}.{LocalizationSet}");

    /// <returns>Null for anything that no page of the board has written.</returns>
    public static BoardPlace? Parse(string? text) =>
        text?.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new(new(ticks, DateTimeKind.Utc), text[(dot + 1)..]) : null;
}
