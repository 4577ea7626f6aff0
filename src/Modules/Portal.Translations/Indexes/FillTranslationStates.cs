using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Translations.Models;

namespace Portal.Translations.Indexes;

/// <summary>Adds the rows of the board that a portal from before the board does not have.</summary>
public sealed class FillTranslationStates(PortalDb db, UnitOfWork work, TranslationStates states) : IJob
{
    const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        for (var after = ""; await NextAsync(after, cancel) is { Count: > 0 } sets; after = sets[^1])
        {
            await work.RunAsync<Done>(async () =>
            {
                await states.RefreshAsync(sets, cancel);
                return default(Done);
            }, cancel);
        }
    }

    Task<List<string>> NextAsync(string after, CancellationToken cancel) =>
#pragma warning disable CA1309 // The database compares, in its own order.
        db.ContentItems.Where(i => i.LatestVersionId != null && string.Compare(i.LocalizationSet, after) > 0 && !db.Set<SetTranslations>().Any(s => s.LocalizationSet == i.LocalizationSet))
            .Select(i => i.LocalizationSet).Distinct().Order().Take(AtOnce).ToListAsync(cancel);
#pragma warning restore CA1309
}
