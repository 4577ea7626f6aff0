using System.Text.Json;
using Portal.Moderation.Models;
using Portal.TransparencyLog.Api;

namespace Portal.Moderation;

/// <summary>Holds submissions against what the transparency log was told of them: every text, every decision and every state has to be the one of an event.</summary>
static class SubmissionComparison
{
    /// <summary>The members of an event that are compared.</summary>
    sealed record Said(string Kind, int Version, int Round, string State, string? Text, string? Details, string? Decision, string? Reason, string? Redactions, string? Note);

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="events">Of these submissions, and of such as are not there any more; in the order in which they happened.</param>
    public static IReadOnlyList<HeldEvent> Compare(
        IReadOnlyList<Submission> submissions, IReadOnlyList<SubmissionEvent> events, IReadOnlyList<SubmissionVersion> versions, IReadOnlyList<SubmissionDecision> decisions)
    {
        var known = submissions.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var texts = versions.ToLookup(v => v.SubmissionId, StringComparer.Ordinal);
        var verdicts = decisions.ToLookup(d => d.SubmissionId, StringComparer.Ordinal);
        var told = new List<HeldEvent>(events.Count);
        foreach (var history in events.GroupBy(e => e.SubmissionId, StringComparer.Ordinal))
        {
            if (known.Remove(history.Key, out var submission)) told.AddRange(Compare(submission, [.. history], [.. texts[history.Key]], [.. verdicts[history.Key]]));
            else told.AddRange(history.Select(e => SubmissionLogSource.Held(e) with { Fault = $"the submission {history.Key} is gone." }));
        }

        told.AddRange(known.Keys.Select(id => new HeldEvent(null, null) { Fault = $"Submission {id}: nothing about it was recorded in the log." }));
        return told;
    }

    static IEnumerable<HeldEvent> Compare(Submission submission, SubmissionEvent[] history, SubmissionVersion[] versions, SubmissionDecision[] decisions)
    {
        var said = Array.ConvertAll(history, e => e.Opening is { } bytes ? JsonSerializer.Deserialize<Said>(bytes, Json) : null);
        for (var i = 0; i < history.Length; i++)
        {
            var isLast = i == history.Length - 1;
            yield return SubmissionLogSource.Held(history[i]) with { Fault = said[i] is { } claim ? FaultOf(submission, claim, said.AsSpan(i + 1), versions, decisions, isLast) : null };
        }

        // What was erased is no longer to be compared; that it was, an entry says.
        if (Array.Exists(said, c => c is null)) yield break;
        foreach (var version in versions.Where(v => !Array.Exists(said, c => c is { Text: not null } && c.Version == v.Number)))
        {
            yield return new(null, null) { Fault = $"Submission {submission.Id}: its text of version {version.Number} was never recorded in the log." };
        }

        foreach (var decision in decisions.Where(d => !Array.Exists(said, c => c is { Decision: not null } && c.Version == d.Version && c.Round == d.Round)))
        {
            yield return new(null, null) { Fault = $"Submission {submission.Id}: the decision on version {decision.Version} in round {decision.Round} was never recorded in the log." };
        }
    }

    static string? FaultOf(Submission submission, Said claim, ReadOnlySpan<Said?> later, SubmissionVersion[] versions, SubmissionDecision[] decisions, bool isLast)
    {
        if (isLast && claim.State != ModerationTable.Name(submission.State)) return $"submission {submission.Id} is {ModerationTable.Name(submission.State)} in the database, {claim.State} in its newest event.";
        if (claim.Text is not null && !IsToldAnew(later, claim))
        {
            if (Array.Find(versions, v => v.Number == claim.Version) is not { } version) return $"the text of submission {submission.Id}, version {claim.Version}, is gone.";
            if (SubmissionHistory.Hash(version.Body) != claim.Text) return $"the text of submission {submission.Id}, version {claim.Version}, was changed.";
            if (claim.Version == submission.CurrentVersion && SubmissionHistory.HashOfDetails(submission) != claim.Details) return $"name, place or language of submission {submission.Id} were changed.";
        }

        if (claim.Decision is null) return null;
        if (Array.Find(decisions, d => d.Version == claim.Version && d.Round == claim.Round) is not { } decision) return $"the decision on submission {submission.Id} is gone.";
        return decision.Reason == claim.Reason && decision.Redactions == claim.Redactions && ModerationTable.Name(decision.Step) == claim.Decision && (decision.Note is { } note ? SubmissionHistory.Hash(note) : null) == claim.Note
            ? null : $"the decision on submission {submission.Id} was changed.";
    }

    /// <summary>A later event has told the text of the same version: the earlier one no longer describes what is there.</summary>
    static bool IsToldAnew(ReadOnlySpan<Said?> later, Said claim)
    {
        foreach (var other in later)
        {
            if (other is { Text: not null } && other.Version == claim.Version) return true;
        }

        return false;
    }
}
