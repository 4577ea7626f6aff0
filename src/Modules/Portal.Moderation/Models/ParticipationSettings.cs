namespace Portal.Moderation.Models;

/// <summary>What an operator may change about taking part, from <c>Portal:Participation</c>.</summary>
public sealed class ParticipationSettings
{
    public const string Section = "Portal:Participation";

    /// <summary>Days after a decision in which its author may appeal.</summary>
    public int AppealDays { get; set; } = 14;
    /// <summary>Days in which an author confirms an address before the comment expires.</summary>
    public int ConfirmationDays { get; set; } = 7;
    /// <summary>Seconds between the issue of a ticket and a send that no person needs less than; 0 = not looked at.</summary>
    public double LeastSeconds { get; set; } = 2;
    /// <summary>Sends from one connection in ten minutes before a question is put. A village meeting may share one.</summary>
    public int SendsPerTenMinutes { get; set; } = 12;
    /// <summary>Links in a comment before a question is put.</summary>
    public int MostLinks { get; set; } = 2;
    /// <summary>Largest attachment, in bytes.</summary>
    public long LargestFile { get; set; } = 10 * 1024 * 1024;

    public const int MostFiles = 3;

    /// <returns>What is wrong, for the operator; null = nothing.</returns>
    public string? Check() =>
        AppealDays < 1 ? $"{Section}:AppealDays is at least 1." :
        ConfirmationDays < 1 ? $"{Section}:ConfirmationDays is at least 1." :
        LargestFile is < 1 or > 10 * 1024 * 1024 ? $"{Section}:LargestFile is a number of bytes up to 10 MiB." :
        LeastSeconds < 0 || SendsPerTenMinutes < 0 || MostLinks < 0 ? $"{Section} holds a negative number." : null;
}

sealed class ParticipationSettingsCheck : Microsoft.Extensions.Options.IValidateOptions<ParticipationSettings>
{
    public Microsoft.Extensions.Options.ValidateOptionsResult Validate(string? name, ParticipationSettings options) =>
        options.Check() is { } wrong ? Microsoft.Extensions.Options.ValidateOptionsResult.Fail(wrong) : Microsoft.Extensions.Options.ValidateOptionsResult.Success;
}
