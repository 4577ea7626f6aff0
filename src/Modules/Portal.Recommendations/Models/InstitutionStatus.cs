namespace Portal.Recommendations.Models;

/// <summary>Where a recommendation stands by the words of the institution that it asks.</summary>
public enum InstitutionStatus
{
    /// <summary>Put to the institution, which has said nothing yet.</summary>
    Issued,
    /// <summary>The institution says that it has it.</summary>
    Acknowledged,
    Accepted, PartlyAccepted, Rejected,
    InProgress,
    Implemented,
    /// <summary>Nothing is left to carry out.</summary>
    Lapsed,
}

/// <summary>How the organisation that asks sees what the institution says of itself.</summary>
public enum Verdict
{
    NotAssessed, Confirmed, Disputed,
}

/// <summary>What can follow what. The one place that says so.</summary>
public static class StatusTable
{
    /// <remarks>
    /// The first answer may skip the acknowledgement, but nothing is in progress or carried out before the institution has said that it accepts. A decision may be revised;
    /// what was carried out may turn out not to have been. The same status again is a report on the way. What has lapsed stays so.
    /// </remarks>
    static readonly Dictionary<InstitutionStatus, InstitutionStatus[]> Followers = new()
    {
        [InstitutionStatus.Issued] = [InstitutionStatus.Acknowledged, InstitutionStatus.Accepted, InstitutionStatus.PartlyAccepted, InstitutionStatus.Rejected, InstitutionStatus.Lapsed],
        [InstitutionStatus.Acknowledged] = [InstitutionStatus.Accepted, InstitutionStatus.PartlyAccepted, InstitutionStatus.Rejected, InstitutionStatus.Lapsed],
        [InstitutionStatus.Accepted] = [InstitutionStatus.PartlyAccepted, InstitutionStatus.Rejected, InstitutionStatus.InProgress, InstitutionStatus.Implemented, InstitutionStatus.Lapsed],
        [InstitutionStatus.PartlyAccepted] = [InstitutionStatus.Accepted, InstitutionStatus.Rejected, InstitutionStatus.InProgress, InstitutionStatus.Implemented, InstitutionStatus.Lapsed],
        [InstitutionStatus.Rejected] = [InstitutionStatus.Accepted, InstitutionStatus.PartlyAccepted, InstitutionStatus.Lapsed],
        [InstitutionStatus.InProgress] = [InstitutionStatus.InProgress, InstitutionStatus.Implemented, InstitutionStatus.Rejected, InstitutionStatus.Lapsed],
        [InstitutionStatus.Implemented] = [InstitutionStatus.InProgress],
        [InstitutionStatus.Lapsed] = [],
    };

    /// <summary>What the institution may say next.</summary>
    public static IReadOnlyList<InstitutionStatus> After(InstitutionStatus status) => Followers[status];

    /// <summary>There is something to judge as soon as the institution has said something.</summary>
    public static bool MayBeJudged(InstitutionStatus status) => status != InstitutionStatus.Issued;

    /// <summary>Nothing more is to be done by its due date.</summary>
    public static bool IsSettled(InstitutionStatus status) => status is InstitutionStatus.Implemented or InstitutionStatus.Rejected or InstitutionStatus.Lapsed;

    /// <summary>Whoever says no owes a reason.</summary>
    public static bool NeedsReason(InstitutionStatus status) => status is InstitutionStatus.PartlyAccepted or InstitutionStatus.Rejected or InstitutionStatus.Lapsed;
}
