using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Recommendations.Models;

namespace Portal.Recommendations;

/// <summary>What was said, as forms, programs and recipes bring it.</summary>
/// <param name="Set">Localization set of the recommendation.</param>
/// <param name="Day">The day on which it was said; null = today.</param>
/// <param name="SaidBy">Localization set of the organisation that says so.</param>
/// <param name="Statement">Its own words, plain text.</param>
/// <param name="Culture">Culture code of the statement.</param>
/// <param name="EvidenceUrl">An address of the web, or a path of this portal.</param>
public sealed record Said(string Set, DateOnly? Day, string? SaidBy, string? Statement = null, string? Culture = null, string? EvidenceUrl = null, string? EvidenceText = null);

/// <summary>Adds to the history of a recommendation: the only thing that writes events and moves its state. Runs inside the caller's unit of work.</summary>
public sealed class RecommendationHistory(PortalDb db, UnitOfWork work, AuditTrail audit, CurrentUser user, CurrentDeadlines deadlines, TimeProvider clock)
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestStatement = 4000, LongestAddress = 2000, LongestLinkText = 200;

    public static readonly Problem NoSuchRecommendation = Problem.NotFound("There is no such recommendation.");

    /// <returns>A recommendation that is published or was.</returns>
    public ValueTask<RecommendationState?> FindAsync(string set, CancellationToken cancel) => db.RecommendationStates.FindAsync([set], cancel);

    public async Task<Result<RecommendationEvent>> AddStatusAsync(RecommendationState state, string? value, Said said, string? id = null)
    {
        if (!StatusWords.TryStatus(value, out var status)) return Problem.Invalid("status", "One of {0}.", string.Join(", ", StatusTable.After(state.Status).Select(StatusWords.Key)));
        if (!StatusTable.After(state.Status).Contains(status))
            return Problem.Conflict("After {0} an institution cannot say {1}. It can say: {2}.", StatusWords.Key(state.Status), value!, string.Join(", ", StatusTable.After(state.Status).Select(StatusWords.Key)));

        var errors = await CheckAsync(state, said);
        if (!state.Addressees.Contains(said.SaidBy, StringComparer.Ordinal)) errors.Add(new("saidBy", "Only an institution that the recommendation is addressed to can answer it."));
        if (StatusTable.NeedsReason(status) && string.IsNullOrWhiteSpace(said.Statement)) errors.Add(new("statement", "Say why."));
        return errors.Count > 0 ? Problem.Invalid(errors) : await AddAsync(state, RecommendationEvent.StatusKind, StatusWords.Key(status), said, id);
    }

    public async Task<Result<RecommendationEvent>> AddVerdictAsync(RecommendationState state, string? value, Said said, string? id = null)
    {
        if (!StatusWords.TryVerdict(value, out var verdict)) return Problem.Invalid("verdict", "One of {0}.", string.Join(", ", Enum.GetValues<Verdict>().Select(StatusWords.Key)));
        if (!StatusTable.MayBeJudged(state.Status)) return Problem.Conflict("The institution has not said anything yet that could be confirmed or disputed.");
        if (verdict == Verdict.NotAssessed && state.Verdict == Verdict.NotAssessed) return Problem.Conflict("It is not assessed already.");

        var errors = await CheckAsync(state, said);
        if (said.SaidBy is null || said.SaidBy != state.OrganisationSet) errors.Add(new("saidBy", "Only the organisation that made the recommendation can judge the answer."));
        if (verdict == Verdict.Disputed && string.IsNullOrWhiteSpace(said.Statement)) errors.Add(new("statement", "Say why."));
        return errors.Count > 0 ? Problem.Invalid(errors) : await AddAsync(state, RecommendationEvent.VerdictKind, StatusWords.Key(verdict), said, id);
    }

    async Task<List<FieldError>> CheckAsync(RecommendationState state, Said said)
    {
        var errors = new List<FieldError>();
        var today = (await deadlines.ReadAsync()).Today;
        var earliest = state.LastDay ?? state.Issued;
        if ((said.Day ?? today) is var day && (day < earliest || day > today)) errors.Add(new("day", "A day from {0} to {1}: the history is kept in order.", Iso(earliest), Iso(today)));
        if (said.Statement is { } statement && (statement.Length > LongestStatement || !ContentText.IsStorable(statement))) errors.Add(new("statement", "At most {0} characters are possible here.", LongestStatement));
        if (!string.IsNullOrWhiteSpace(said.Statement) && !Culture.TryFrom(said.Culture, out _)) errors.Add(new("culture", "Say in which language the statement is: one of {0}.", string.Join(", ", Culture.All.Select(c => c.Code))));
        if (said.EvidenceUrl is { Length: > 0 } url && !IsAddress(url)) errors.Add(new("evidenceUrl", "An address that begins with http:// or https://, or a path of this site."));
        if (said.EvidenceText is { } text && (text.Length > LongestLinkText || !ContentText.IsStorable(text))) errors.Add(new("evidenceText", "At most {0} characters are possible here.", LongestLinkText));
        return errors;
    }

    /// <summary>A path begins with one slash: two begin the address of another site, and browsers take a backslash for a slash.</summary>
    static bool IsAddress(string url)
    {
        if (url.Length > LongestAddress || url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') || !ContentText.IsStorable(url)) return false;
        if (url[0] == '/') return !url.StartsWith("//", StringComparison.Ordinal);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0;
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<RecommendationEvent> AddAsync(RecommendationState state, string kind, string value, Said said, string? id)
    {
        var statement = said.Statement?.Trim() ?? "";
        var next = new RecommendationEvent
        {
            LocalizationSet = state.LocalizationSet, Number = state.LastEvent + 1, Id = id ?? Ids.New(), Kind = kind, Value = value, Day = said.Day ?? (await deadlines.ReadAsync()).Today, SaidBySet = said.SaidBy!,
            Statement = statement.ReplaceLineEndings("\n"), StatementCulture = statement.Length > 0 ? said.Culture! : "", EvidenceUrl = said.EvidenceUrl ?? "", EvidenceText = said.EvidenceText?.Trim() ?? "",
            RecordedUtc = clock.UtcNow, RecordedById = user.Id,
        };
        db.RecommendationEvents.Add(next);
        state.Take(next);
        audit.Record("Recommendation", kind == RecommendationEvent.StatusKind ? "StatusRecorded" : "VerdictRecorded", state.LocalizationSet, new JsonObject { ["value"] = value, ["number"] = next.Number, ["saidBy"] = said.SaidBy });
        work.Evict(Tags.Set(state.LocalizationSet), Tags.Type(nameof(Recommendation)));
        return next;
    }
}
