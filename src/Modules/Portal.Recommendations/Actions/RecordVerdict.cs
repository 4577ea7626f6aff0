using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Actions;

/// <summary>Records how the organisation that made a recommendation sees the institution's answer.</summary>
public sealed class RecordVerdict(UnitOfWork work, RecommendationHistory history, CurrentUser user)
{
    /// <param name="verdict">Key of the verdict, as <see cref="StatusWords"/> spells it.</param>
    /// <param name="said">Who says so need not be given: it is the organisation that made the recommendation.</param>
    public Task<Result<RecommendationEvent>> RunAsync(string verdict, Said said, CancellationToken cancel) => work.RunAsync(async () =>
    {
        user.Demand(RecommendationPermissions.RecordOwnVerdict);
        if (await history.FindAsync(said.Set, cancel) is not { Cultures.Count: > 0 } state) return RecommendationHistory.NoSuchRecommendation;
        if (!user.May(RecommendationPermissions.RecordVerdict) && (user.OrganisationSet is null || user.OrganisationSet != state.OrganisationSet))
            return Problem.Forbidden("This recommendation was made by another organisation.");
        return await history.AddVerdictAsync(state, verdict, said with { SaidBy = state.OrganisationSet });
    }, cancel);
}
