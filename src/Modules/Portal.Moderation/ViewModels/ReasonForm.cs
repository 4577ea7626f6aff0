using Portal.Cms.Localization;
using Portal.Moderation.Queries;

namespace Portal.Moderation.ViewModels;

/// <summary>One wording of a reason, as the form sends it.</summary>
public sealed class ReasonForm
{
    public string? Key { get; set; }
    public int Position { get; set; }
    public bool IsActive { get; set; } = true;
    public bool HidesAtOnce { get; set; }
    public bool IsForReports { get; set; } = true;
    /// <summary>The key cannot be changed any more.</summary>
    public bool IsKnown { get; set; }
    /// <summary>By content culture.</summary>
    public Dictionary<string, string?> Names { get; set; } = new(StringComparer.Ordinal);
    public Dictionary<string, string?> Explanations { get; set; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ReasonText> Texts() => Culture.ContentCultures.ToDictionary(c => c.Code, c => new ReasonText(Names.GetValueOrDefault(c.Code) ?? "", Explanations.GetValueOrDefault(c.Code) ?? ""), StringComparer.Ordinal);
}

/// <param name="Own">The reader's own figures.</param>
/// <param name="Network">Everybody's, for administrators; otherwise empty.</param>
public sealed record StatisticsView(int Days, IReadOnlyList<ModeratorFigures> Own, IReadOnlyList<ModeratorFigures> Network);
