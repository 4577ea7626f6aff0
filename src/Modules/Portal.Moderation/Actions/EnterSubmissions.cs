using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Moderation.Actions;

/// <summary>Staff enter many submissions at once, from a file: all of them, or none.</summary>
public sealed class EnterSubmissions(UnitOfWork work, CurrentUser user, EnterSubmission enter)
{
    /// <summary>Rows of one file.</summary>
    public const int Most = 500;

    public Task<Result<IReadOnlyList<EnterSubmission.Outcome>>> RunAsync(IReadOnlyList<EnterSubmission.Input> rows, CancellationToken cancel) => work.RunAsync<IReadOnlyList<EnterSubmission.Outcome>>(async () =>
    {
        user.Demand(ModerationPermissions.Enter);
        if (rows.Count == 0) return Problem.Invalid("file", "There is no row in it.");
        if (rows.Count > Most) return Problem.Invalid("file", "The file has {0} rows; {1} are possible.", rows.Count, Most);

        var entered = new List<EnterSubmission.Outcome>();
        foreach (var row in rows)
        {
            var outcome = await enter.RunAsync(row, cancel);
            if (outcome.Problem is { } problem) return problem;
            entered.Add(outcome.Value);
        }

        return entered;
    }, cancel);
}
