using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Recommendations.Models;
using Portal.Recommendations.Telling;

namespace Portal.Recommendations.Actions;

/// <summary>Records what an institution says about a recommendation that is addressed to it.</summary>
public sealed class RecordInstitutionStatus(UnitOfWork work, RecommendationHistory history, RecommendationNews news, CurrentUser user)
{
    /// <param name="status">Key of the status, as <see cref="StatusWords"/> spells it.</param>
    public Task<Result<RecommendationEvent>> RunAsync(string status, Said said, CancellationToken cancel) => work.RunAsync(async () =>
    {
        user.Demand(RecommendationPermissions.RecordOwnStatus);
        if (await history.FindAsync(said.Set, cancel) is not { Cultures.Count: > 0 } state) return RecommendationHistory.NoSuchRecommendation;

        // Whoever may record for any institution says for which; where only one is asked there is nothing to say.
        var speaker = user.May(RecommendationPermissions.RecordStatus) ? said.SaidBy ?? (state.Addressees is [var only] ? only : null) : user.OrganisationSet;
        if (!user.May(RecommendationPermissions.RecordStatus) && (speaker is null || !state.Addressees.Contains(speaker, StringComparer.Ordinal)))
            return Problem.Forbidden("This recommendation is addressed to another institution.");
        var recorded = await history.AddStatusAsync(state, status, said with { SaidBy = speaker });
        if (recorded.Succeeded) await news.TellAnsweredAsync(state, cancel);
        return recorded;
    }, cancel);
}
