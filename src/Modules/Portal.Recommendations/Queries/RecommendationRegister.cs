using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Queries;

/// <summary>A published recommendation as the register knows it. Lists of one are shared arrays: twenty thousand rows take a few megabytes.</summary>
public sealed record RegisterRow(
    string Set, InstitutionStatus Status, Verdict Verdict, DateOnly StatusDay, DateOnly Issued, DateOnly? Due, string[] Organisation, string? Source, string[] Addressees, string[] Themes, string[] Municipalities, string[] Cultures)
{
    public string[] StatusKey { get; } = RegisterKeys.Of(Status);
    public string[] VerdictKey { get; } = RegisterKeys.Of(Verdict);
    public string[] Year { get; } = RegisterKeys.OfYear(Issued.Year);

    public bool IsIn(string culture) => Array.IndexOf(Cultures, culture) >= 0;
}

/// <summary>
/// All published recommendations with where they stand, the newest first, in memory until one of them changes. Eight facets with counts over some ten thousand rows are counted here
/// in a few milliseconds, whatever the filters; in the database each would be a scan of its own. Texts are not in it.
/// </summary>
public sealed class RecommendationRegister(PortalDb db, TaggedCache cache, PageCaching caching)
{
    sealed record Register(IReadOnlyList<RegisterRow> Rows, IReadOnlyDictionary<string, RegisterRow> BySet, ILookup<string, RegisterRow> BySource, ILookup<string, RegisterRow> ByAddressee);

    public async ValueTask<IReadOnlyList<RegisterRow>> AllAsync(CancellationToken cancel) => (await GetAsync(cancel)).Rows;

    /// <returns>The recommendation of this set; null where none is published.</returns>
    public async ValueTask<RegisterRow?> FindAsync(string set, CancellationToken cancel) => (await GetAsync(cancel)).BySet.GetValueOrDefault(set);

    /// <returns>What was recommended on the ground of an analysis, a debate …</returns>
    public async ValueTask<IEnumerable<RegisterRow>> FromSourceAsync(string sourceSet, CancellationToken cancel) => (await GetAsync(cancel)).BySource[sourceSet];

    public async ValueTask<IEnumerable<RegisterRow>> AddressedToAsync(string institutionSet, CancellationToken cancel) => (await GetAsync(cancel)).ByAddressee[institutionSet];

    /// <summary>Whoever reads it shows something of it.</summary>
    ValueTask<Register> GetAsync(CancellationToken cancel)
    {
        var tag = Tags.Type(nameof(Recommendation));
        caching.Tag(tag);
        return cache.GetAsync("recommendation-register", [tag], () => ReadAsync(cancel));
    }

    async Task<Register> ReadAsync(CancellationToken cancel)
    {
        var pool = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var rows = new List<RegisterRow>();
        await foreach (var state in db.RecommendationStates.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (state.Cultures.Count == 0) continue;
            rows.Add(new(
                state.LocalizationSet, state.Status, state.Verdict, state.StatusDay, state.Issued, state.Due, state.OrganisationSet is { } organisation ? Shared([organisation]) : [], state.SourceSet,
                Shared(state.Addressees), Shared(state.Themes), Shared(state.Municipalities), Shared(state.Cultures)));
        }

        rows.Sort((a, b) => b.Issued.CompareTo(a.Issued) is not 0 and var byDay ? byDay : string.CompareOrdinal(a.Set, b.Set));
        return new(
            rows, rows.ToDictionary(r => r.Set, StringComparer.Ordinal), rows.Where(r => r.Source is not null).ToLookup(r => r.Source!, StringComparer.Ordinal),
            rows.SelectMany(r => r.Addressees, (row, addressee) => (row, addressee)).ToLookup(r => r.addressee, r => r.row, StringComparer.Ordinal));

        string[] Shared(IReadOnlyList<string> list)
        {
            if (list.Count == 0) return [];
            var key = list.Count == 1 ? list[0] : string.Join('\n', list);
            if (!pool.TryGetValue(key, out var shared)) pool[key] = shared = [.. list.Select(One)];
            return shared;
        }

        string One(string set) => pool.TryGetValue(set, out var known) ? known[0] : set;
    }
}

/// <summary>The keys that rows are counted by.</summary>
static class RegisterKeys
{
    static readonly string[][] Statuses = [.. Enum.GetValues<InstitutionStatus>().Select(s => new[] { StatusWords.Key(s) })];
    static readonly string[][] Verdicts = [.. Enum.GetValues<Verdict>().Select(v => new[] { StatusWords.Key(v) })];
    static readonly System.Collections.Concurrent.ConcurrentDictionary<int, string[]> Years = new();

    public static string[] Of(InstitutionStatus status) => Statuses[(int)status];

    public static string[] Of(Verdict verdict) => Verdicts[(int)verdict];

    public static string[] OfYear(int year) => Years.GetOrAdd(year, y => [y.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
}
