using System.Text.Json.Serialization;

namespace Portal.Questionnaires.Models;

/// <summary>What somebody answered to one question. Which member is used depends on the question's kind.</summary>
public sealed record Answer
{
    /// <summary>Key that stands for "other" among the options.</summary>
    public const string Other = "other";
    public const string Yes = "yes", No = "no";

    /// <summary>Keys of the chosen options; <c>yes</c> or <c>no</c>; the localization set of a municipality.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
    /// <summary>Scale and number.</summary>
    public decimal? Number { get; init; }
    public DateOnly? Date { get; init; }
    /// <summary>Short and long text, what "other" is, the reason for yes or no.</summary>
    public string? Text { get; init; }

    [JsonIgnore]
    public bool IsEmpty => Choices.Count == 0 && Number is null && Date is null && string.IsNullOrWhiteSpace(Text);

    public bool Equals(Answer? other) => other is not null && Choices.SequenceEqual(other.Choices, StringComparer.Ordinal) && Number == other.Number && Date == other.Date && Text == other.Text;

    public override int GetHashCode() => HashCode.Combine(Choices.Count, Number, Date, Text);
}
