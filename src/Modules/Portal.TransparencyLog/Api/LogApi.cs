using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;
using Portal.TransparencyLog.Queries;
using Portal.TransparencyLog.Signing;

namespace Portal.TransparencyLog.Api;

/// <summary>The log for programs: what a monitor or a careful citizen needs to check it.</summary>
static class LogApi
{
    static readonly Problem Empty = Problem.NotFound("The log is empty as yet.");

    public static void MapLogApi(this IEndpointRouteBuilder routes)
    {
        var log = routes.MapGroup("/api/v1/log").WithTags("Transparency log").AllowAnonymous();
        log.MapGet("/tree-head", TreeHeadAsync).WithName("GetTreeHead").Produces<TreeHeadResponse>().WithSummary("The newest signed tree head.");
        log.MapGet("/proof", ProofAsync).WithName("GetProof").Produces<ProofResponse>().WithSummary("The entries of a receipt, or one leaf, each with the path to the newest tree head. Give receipt or leaf.");
        log.MapGet("/consistency", ConsistencyAsync).WithName("GetConsistency").Produces<ConsistencyResponse>().WithSummary("Shows that the log of one size begins with all of the log of a smaller size.");
        log.MapGet("/entries", EntriesAsync).WithName("GetEntries").Produces<EntriesResponse>().WithSummary("Entries from an index on: hash, kind and day.");
        log.MapGet("/keys", KeysAsync).WithName("GetLogKeys").Produces<IReadOnlyList<LogKeyResponse>>().WithSummary("Public keys that tree heads are or were signed with.");
        log.MapGet("/key", KeyAsync).WithName("GetLogKey").WithSummary("The public key that tree heads are signed with now, as PEM.");
    }

    static async Task<Results<JsonHttpResult<TreeHeadResponse>, ProblemHttpResult>> TreeHeadAsync(TreeHeads heads, IStringLocalizer T, CancellationToken cancel) =>
        await heads.NewestAsync(cancel) is { } head ? TypedResults.Json(TreeHeadResponse.Of(head), LogJson.Options) : Empty.ToHttp(T);

    static async Task<Results<JsonHttpResult<ProofResponse>, ProblemHttpResult>> ProofAsync(LogProofs proofs, HttpContext http, IStringLocalizer T, CancellationToken cancel, string? receipt = null, string? leaf = null)
    {
        // Whoever holds the receipt, and nobody in between, is to see what it opens.
        http.Response.Headers.CacheControl = "no-store";
        if (receipt is null == leaf is null) return Problem.Invalid("receipt", "Give a receipt or a leaf, one of them.").ToHttp(T);
        if (receipt is not null)
        {
            return await proofs.OfReceiptAsync(receipt, cancel) is { } proof ? TypedResults.Json(ProofResponse.Of(proof), LogJson.Options) : Problem.NotFound("Nothing was recorded under this receipt.").ToHttp(T);
        }

        // A plus sign in an address that somebody did not encode arrives as a blank.
        if (!Digest.TryParse(leaf!.Replace(' ', '+'), out var digest)) return Problem.Invalid("leaf", "A leaf is base64 of 32 bytes.").ToHttp(T);
        return await proofs.OfLeafAsync(digest, cancel) is { } found ? TypedResults.Json(ProofResponse.Of(found), LogJson.Options) : Problem.NotFound("The log has no such entry.").ToHttp(T);
    }

    static async Task<Results<JsonHttpResult<ConsistencyResponse>, ProblemHttpResult>> ConsistencyAsync(LogProofs proofs, IStringLocalizer T, CancellationToken cancel, long first = 0, long second = 0) =>
        await proofs.OfConsistencyAsync(first, second, cancel) is var (firstRoot, secondRoot, path)
            ? TypedResults.Json(new ConsistencyResponse(first, second, firstRoot.ToString(), secondRoot.ToString(), [.. path.Select(LogJson.Hash)]), LogJson.Options)
            : Problem.Invalid("second", "{0} and {1} are sizes of the log, from 1 to its size now, {0} not larger than {1}.", nameof(first), nameof(second)).ToHttp(T);

    static async Task<Results<JsonHttpResult<EntriesResponse>, ProblemHttpResult>> EntriesAsync(LogEntryList entries, IStringLocalizer T, CancellationToken cancel, long from = 0)
    {
        if (from < 0) return Problem.Invalid("from", "{0} is the index of an entry, from 0.", nameof(from)).ToHttp(T);
        var rows = await entries.FromAsync(from, LogEntryList.Most, cancel);
        var next = rows.Count == LogEntryList.Most ? string.Create(CultureInfo.InvariantCulture, $"/api/v1/log/entries?from={rows[^1].Index + 1}") : null;
        return TypedResults.Json(new EntriesResponse([.. rows.Select(e => new EntryResponse(e.Index, e.LeafHash.ToString(), e.Kind, LogJson.Day(e.Day)))], next), LogJson.Options);
    }

    static async Task<JsonHttpResult<IReadOnlyList<LogKeyResponse>>> KeysAsync(PortalDb db, CancellationToken cancel) =>
        TypedResults.Json<IReadOnlyList<LogKeyResponse>>([.. (await db.LogKeys.AsNoTracking().OrderBy(k => k.Number).ToListAsync(cancel)).Select(LogKeyResponse.Of)], LogJson.Options);

    static async Task<Results<ContentHttpResult, ProblemHttpResult>> KeyAsync(LogKeys keys, IStringLocalizer T, CancellationToken cancel) =>
        await keys.NewestAsync(cancel) is { } key ? TypedResults.Text(SigningKey.Pem(key.PublicKey) + "\n", "application/x-pem-file") : Empty.ToHttp(T);
}
