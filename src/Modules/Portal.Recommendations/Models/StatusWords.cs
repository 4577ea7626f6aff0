using System.Collections.Frozen;

namespace Portal.Recommendations.Models;

/// <summary>Statuses and verdicts as addresses, files and programs spell them, and as people read them.</summary>
public static class StatusWords
{
    static readonly FrozenDictionary<string, InstitutionStatus> Statuses = Enum.GetValues<InstitutionStatus>().ToFrozenDictionary(Key, StringComparer.Ordinal);
    static readonly FrozenDictionary<string, Verdict> Verdicts = Enum.GetValues<Verdict>().ToFrozenDictionary(Key, StringComparer.Ordinal);

    public static bool TryStatus(string? key, out InstitutionStatus status) => Statuses.TryGetValue(key ?? "", out status);

    public static bool TryVerdict(string? key, out Verdict verdict) => Verdicts.TryGetValue(key ?? "", out verdict);

    public static string Key(InstitutionStatus status) => status switch
    {
        InstitutionStatus.Issued => "issued",
        InstitutionStatus.Acknowledged => "acknowledged",
        InstitutionStatus.Accepted => "accepted",
        InstitutionStatus.PartlyAccepted => "partly-accepted",
        InstitutionStatus.Rejected => "rejected",
        InstitutionStatus.InProgress => "in-progress",
        InstitutionStatus.Implemented => "implemented",
        _ => "lapsed",
    };

    public static string Key(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "confirmed",
        Verdict.Disputed => "disputed",
        _ => "not-assessed",
    };

    /// <returns>English message id of a status, said of one recommendation.</returns>
    public static string NameOf(InstitutionStatus status) => status switch
    {
        InstitutionStatus.Issued => "Issued",
        InstitutionStatus.Acknowledged => "Acknowledged",
        InstitutionStatus.Accepted => "Accepted",
        InstitutionStatus.PartlyAccepted => "Accepted in part",
        InstitutionStatus.Rejected => "Rejected",
        InstitutionStatus.InProgress => "In progress",
        InstitutionStatus.Implemented => "Implemented",
        _ => "Lapsed",
    };

    /// <returns>English message id of a verdict, said of what the institution says.</returns>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "Confirmed",
        Verdict.Disputed => "Disputed",
        _ => "Not assessed",
    };
}
