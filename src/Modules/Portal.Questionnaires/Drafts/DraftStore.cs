using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Drafts;

/// <summary>Answers on their way.</summary>
/// <param name="Version">The version that was begun: it is answered to the end, whatever is published meanwhile.</param>
public sealed record DraftContent(int Version, IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>Key of the page on which somebody stopped to go on later; null where they did not.</summary>
    public string? StoppedAt { get; init; }

    /// <summary>Receipt of the answers whose place these take when they are sent; null = they take none's.</summary>
    public string? Replaces { get; init; }
}

/// <summary>Keeps the answers of people who are not done yet. Nothing here is counted, shown to editors or exported.</summary>
public sealed class DraftStore(PortalDb db, UnitOfWork work, RequestLimits limits, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>New drafts that one connection may begin: many people in one hall, and no machine that fills the database.</summary>
    static readonly RequestLimit New = new("drafts", 200, TimeSpan.FromMinutes(10));

    /// <summary>A draft that nobody touched for so long is deleted.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>After closing nothing can be sent; for so long somebody whose send came too late can still copy what they wrote.</summary>
    public static readonly TimeSpan AfterClosing = TimeSpan.FromHours(1);

    /// <returns>Null where there is no draft under this code for this consultation: sent, deleted or never there.</returns>
    public async Task<DraftContent?> FindAsync(string? code, string consultationSet, CancellationToken cancel)
    {
        if (DraftCode.Read(code) is not { } read) return null;
        var hash = DraftCode.Hash(read);
        var row = await db.ResponseDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.CodeHash == hash && d.ConsultationSet == consultationSet, cancel);
        if (row is null || clock.UtcNow - row.ChangedUtc > Lifetime) return null;
        try { return JsonSerializer.Deserialize<DraftContent>(DraftCode.Open(read, row.Sealed), FormJson.Options); }
        catch (CryptographicException) { return null; }
    }

    /// <param name="code">Null: a new draft.</param>
    /// <returns>The code of the draft.</returns>
    public Task<Result<string>> KeepAsync(string? code, string consultationSet, DraftContent content, CancellationToken cancel)
    {
        var isNew = DraftCode.Read(code) is null;
        return isNew && !limits.TryUse(New, http.HttpContext?.Connection.RemoteIpAddress)
            ? Task.FromResult<Result<string>>(Problem.Conflict("Many people have begun to answer from your connection just now. Wait ten minutes and send this page once more; what you typed is still here."))
            : WriteAsync(code, consultationSet, content, cancel);
    }

    Task<Result<string>> WriteAsync(string? code, string consultationSet, DraftContent content, CancellationToken cancel) => work.RunGroupedAsync<string>(async () =>
    {
        var kept = DraftCode.Read(code) ?? DraftCode.New();
        var hash = DraftCode.Hash(kept);
        var bytes = DraftCode.Seal(kept, JsonSerializer.SerializeToUtf8Bytes(content, FormJson.Options));
        if (await db.ResponseDrafts.SingleOrDefaultAsync(d => d.CodeHash == hash, cancel) is { } row) (row.Sealed, row.ChangedUtc) = (bytes, clock.UtcNow);
        else db.ResponseDrafts.Add(new() { CodeHash = hash, ConsultationSet = consultationSet, Sealed = bytes, ChangedUtc = clock.UtcNow });
        return kept;
    }, cancel);
}
