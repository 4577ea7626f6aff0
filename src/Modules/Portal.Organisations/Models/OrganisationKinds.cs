namespace Portal.Organisations.Models;

/// <summary>The kinds of organisations, in the order in which lists show them.</summary>
public static class OrganisationKinds
{
    public const string Member = "member", Institution = "institution", Donor = "donor";

    public static IReadOnlyList<string> All { get; } = [Member, Institution, Donor];

    /// <returns>English message id of what one of them is called.</returns>
    public static string NameOf(string? kind) => kind switch
    {
        Member => "Civil society organisation",
        Institution => "Institution",
        Donor => "Donor",
        _ => "Organisation",
    };

}
