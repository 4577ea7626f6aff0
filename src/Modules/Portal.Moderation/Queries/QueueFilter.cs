using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>What of the queue a moderator wants to see. Everything that is null or false does not narrow it.</summary>
public sealed class QueueFilter
{
    /// <summary>Localization set of a consultation.</summary>
    public string? Consultation { get; set; }
    /// <summary>Culture code of the author's words.</summary>
    public string? Language { get; set; }
    /// <summary>As <see cref="ModerationTable.Name"/> spells a waiting state.</summary>
    public string? State { get; set; }
    /// <summary>Waits at least so many hours.</summary>
    public int? Hours { get; set; }
    public bool Reported { get; set; }
    public bool WithLink { get; set; }
    /// <summary>Where the page before ended: <c>{ticks}-{id}</c> of its last row.</summary>
    public string? After { get; set; }

    public bool IsEmpty => this is { Consultation: null or "", Language: null or "", State: null or "", Hours: null, Reported: false, WithLink: false };

    /// <returns>The filter as the query of an address, with other values for some of it.</returns>
    public string Query(params (string Name, string? Value)[] changes)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["consultation"] = Consultation, ["language"] = Language, ["state"] = State, ["hours"] = Hours?.ToString(CultureInfo.InvariantCulture), ["reported"] = Reported ? "true" : null, ["withLink"] = WithLink ? "true" : null,
        };
        foreach (var (name, value) in changes) parts[name] = value;
        return "?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}"));
    }

    internal IQueryable<Submission> Apply(IQueryable<Submission> waiting, PortalDb db, DateTime nowUtc)
    {
        if (!string.IsNullOrEmpty(Consultation)) waiting = waiting.Where(s => s.ConsultationSet == Consultation);
        if (!string.IsNullOrEmpty(Language)) waiting = waiting.Where(s => s.Culture == Language);
        if (ModerationTable.Waiting.Where(s => ModerationTable.Name(s) == State).Select(s => (SubmissionState?)s).FirstOrDefault() is { } state) waiting = waiting.Where(s => s.State == state);
        if (Hours is > 0 and < 100_000) { var since = nowUtc.AddHours(-Hours.Value); waiting = waiting.Where(s => s.WaitsSinceUtc <= since); }
        // An expression tree holds no extension property, so the tables stand in variables.
        var (reports, versions) = (db.SubmissionReports, db.SubmissionVersions);
        if (Reported) waiting = waiting.Where(s => reports.Any(r => r.SubmissionId == s.Id && r.SettledUtc == null));
        if (WithLink) waiting = waiting.Where(s => versions.Any(v => v.SubmissionId == s.Id && v.Number == s.CurrentVersion && (v.Body.Contains("://") || v.Body.Contains("www."))));
        return waiting;
    }

    /// <summary>The rows after the last one of the page before: found by the index, however far down.</summary>
    internal IQueryable<Submission> Further(IQueryable<Submission> waiting)
    {
        if (After?.Split('-', 2) is not [var ticks, var id] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) || t > DateTime.MaxValue.Ticks) return waiting;
        var since = new DateTime(t, DateTimeKind.Utc);
#pragma warning disable CA1309 // The database compares, and EF translates no other overload.
        return waiting.Where(s => s.WaitsSinceUtc >= since && (s.WaitsSinceUtc > since || string.Compare(s.Id, id) > 0));
#pragma warning restore CA1309
    }

    internal static string Mark(DateTime waitsSinceUtc, string id) => string.Create(CultureInfo.InvariantCulture, $"{waitsSinceUtc.Ticks}-{id}");
}
