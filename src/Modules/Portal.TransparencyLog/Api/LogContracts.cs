using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;
using Portal.TransparencyLog.Queries;
using Portal.TransparencyLog.Signing;

namespace Portal.TransparencyLog.Api;

/// <summary>A signed tree head.</summary>
/// <param name="LogId">The log's name: id of its first key.</param>
/// <param name="Size">Number of entries it stands for.</param>
/// <param name="RootHash">Base64 of 32 bytes.</param>
/// <param name="Day">Of the signature, UTC.</param>
/// <param name="Checkpoint">Base64 of the text that is signed: name, size, root and day, a line each.</param>
/// <param name="Signature">Base64 of an ECDSA signature (P-256, SHA-256, DER) over that text.</param>
/// <param name="KeyId">Which of <c>/api/v1/log/keys</c>.</param>
public sealed record TreeHeadResponse(string LogId, long Size, string RootHash, string Day, string Checkpoint, string Signature, string KeyId)
{
    internal static TreeHeadResponse Of(SignedTreeHead head) => new(
        head.LogId, head.Size, head.RootHash.ToString(), LogJson.Day(head.Day), Convert.ToBase64String(Encoding.ASCII.GetBytes(head.Checkpoint)), Convert.ToBase64String(head.Signature), head.KeyId);
}

/// <summary>An entry with what is needed to check it without trusting this portal. The members stand in the order in which a check needs them.</summary>
/// <param name="Event">Base64 of the event's bytes; null where they were erased, or where a leaf was asked for: they are for the holder of the receipt.</param>
/// <param name="Salt">Base64 of 32 bytes.</param>
/// <param name="LeafHash">SHA-256(0x00 ‖ SHA-256(salt ‖ event)), base64.</param>
/// <param name="LeafIndex">From 0.</param>
/// <param name="Path">From the leaf up to the root of the tree head, base64 each (RFC 9162, 2.1.3).</param>
public sealed record ProvedEntryResponse(string Kind, string Day, string? Event, string? Salt, string LeafHash, long LeafIndex, IReadOnlyList<string> Path)
{
    internal static ProvedEntryResponse Of(ProvedEntry entry) => new(
        entry.Kind, LogJson.Day(entry.Day), entry.Opening is { } opening ? Convert.ToBase64String(opening.Event) : null, entry.Opening is { } opened ? Convert.ToBase64String(opened.Salt) : null,
        entry.Leaf.ToString(), entry.Index, [.. entry.Path.Select(p => p.ToString())]);
}

/// <param name="TreeHead">Null while the log is empty.</param>
/// <param name="Pending">Events that are not in the log yet; they will be within a second.</param>
public sealed record ProofResponse(TreeHeadResponse? TreeHead, string? PublicKey, IReadOnlyList<ProvedEntryResponse> Entries, int Pending)
{
    internal static ProofResponse Of(LogProof proof) => new(
        proof.Head is { } head ? TreeHeadResponse.Of(head) : null, proof.Head is { } signed ? Convert.ToBase64String(signed.PublicKey) : null, [.. proof.Entries.Select(ProvedEntryResponse.Of)], proof.Pending);
}

/// <param name="Path">Base64 each (RFC 9162, 2.1.4).</param>
public sealed record ConsistencyResponse(long First, long Second, string FirstRoot, string SecondRoot, IReadOnlyList<string> Path);

/// <param name="Kind">What happened.</param>
/// <param name="Day">When, UTC; nothing finer is published.</param>
public sealed record EntryResponse(long Index, string LeafHash, string Kind, string Day);

/// <param name="Next">Address of what follows; null at the end.</param>
public sealed record EntriesResponse(IReadOnlyList<EntryResponse> Entries, string? Next);

/// <param name="PublicKey">PEM.</param>
/// <param name="Endorsement">Base64 of the signature of the key before over this key's DER; null for the first.</param>
public sealed record LogKeyResponse(string KeyId, int Number, string Since, string PublicKey, string? Endorsement)
{
    internal static LogKeyResponse Of(LogKey key) => new(key.Id, key.Number, LogJson.Day(key.Day), SigningKey.Pem(key.PublicKey), key.Endorsement is { } by ? Convert.ToBase64String(by) : null);
}

/// <summary>How the log writes JSON: base64 as it is, so that a shell can take it out with <c>tr</c> and <c>sed</c>.</summary>
public static class LogJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    internal static string Hash(Digest digest) => digest.ToString();
}
