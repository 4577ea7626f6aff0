using System.Globalization;

namespace Portal.Contents.Lists;

/// <summary>A place in a list: what its order goes by, and the id of the row. The next page begins behind it, however far down, whatever was added meanwhile.</summary>
/// <param name="Key">Ticks of an instant, or a folded title.</param>
public sealed record ListPlace(string Key, string ContentItemId)
{
    public static ListPlace? Parse(string? text) => text?.Split('~', 2) is [var key, { Length: > 0 } id] ? new(key, id) : null;

    public DateTime? Instant => long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    public static ListPlace At(DateTime instant, string contentItemId) => new(instant.Ticks.ToString(CultureInfo.InvariantCulture), contentItemId);

    public override string ToString() => $"{Key}~{ContentItemId}";
}
