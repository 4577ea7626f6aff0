using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.TransparencyLog;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Merkle;

namespace Portal.Moderation;

/// <summary>The only place that writes what happened to a submission, and commits it to the transparency log: what it says now, and where it stands now.</summary>
/// <remarks>Call it last, when everything about the change is with the context: a text or a decision that the change adds goes into the event.</remarks>
public sealed class SubmissionHistory(PortalDb db, CommitToLog log, TimeProvider clock)
{
    /// <summary>What kinds of events begin with in the log.</summary>
    public const string Prefix = "submission-";

    /// <param name="kind">What happened, in one word of the past tense: <c>received</c>, <c>decided</c>, <c>appealed</c>, <c>withdrawn</c> … (<see cref="SubmissionEventKinds"/>).</param>
    /// <param name="atUtc">When it happened. The log has the day on which it was recorded.</param>
    /// <param name="version">The version of the text that it is about; null = the current one.</param>
    /// <param name="erases">Leaves of the entries whose openings are erased with this event.</param>
    public void Record(Submission submission, string kind, DateTime atUtc, int? version = null, IReadOnlyList<Digest>? erases = null)
    {
        if (!SubmissionEventKinds.InLog.ContainsKey(Prefix + kind)) throw new ArgumentException($"{kind} is none of the kinds that have a name for readers.", nameof(kind));
        var day = DateOnly.FromDateTime(clock.UtcNow);
        var about = version ?? submission.CurrentVersion;
        var opening = log.Commit(Prefix + kind, day, LogEvent.Bytes(Describe(submission, Prefix + kind, day, about, erases)));
        db.SubmissionEvents.Add(new() { SubmissionId = submission.Id, Kind = kind, Version = about, AtUtc = atUtc, Leaf = opening.Leaf(), Salt = opening.Salt, Opening = opening.Event });
    }

    /// <summary>Hash of what is said about the words: their place, language and names.</summary>
    public static string HashOfDetails(Submission submission) => Hash(new JsonArray(
        submission.ConsultationSet, submission.SectionId, submission.Culture, submission.Channel, submission.DisplayName, submission.OnBehalfOf, submission.ConsentVersion).ToJsonString());

    /// <returns>SHA-256 of the text in UTF-8, hexadecimal.</returns>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    JsonObject Describe(Submission submission, string kind, DateOnly day, int version, IReadOnlyList<Digest>? erases)
    {
        var said = new JsonObject
        {
            ["kind"] = kind, ["day"] = day.ToString("O", CultureInfo.InvariantCulture), ["submission"] = submission.Id, ["version"] = version, ["round"] = submission.Round,
            ["state"] = ModerationTable.Name(submission.State),
        };
        if (Told<SubmissionVersion>(kind, v => v.SubmissionId == submission.Id && v.Number == version) is { } text)
        {
            said["text"] = Hash(text.Body);
            said["details"] = HashOfDetails(submission);
        }

        if (Told<SubmissionDecision>(kind, d => d.SubmissionId == submission.Id && d.Version == version && d.Round == submission.Round) is { } decision)
        {
            said["decision"] = ModerationTable.Name(decision.Step);
            said["reason"] = decision.Reason;
            said["redactions"] = decision.Redactions;
            said["note"] = decision.Note is { } note ? Hash(note) : null;
        }

        if (erases is not null) said["erases"] = new JsonArray([.. erases.Select(leaf => JsonValue.Create(leaf.ToString()))]);
        return said;
    }

    /// <summary>What the change adds or changes is told. After an erasure all that is left of it is told anew: the events before it say nothing any more.</summary>
    T? Told<T>(string kind, Func<T, bool> isIt) where T : class =>
        db.ChangeTracker.Entries<T>().FirstOrDefault(e => isIt(e.Entity) && (e.State is EntityState.Added or EntityState.Modified || kind == Prefix + SubmissionEventKinds.Erased))?.Entity;
}
