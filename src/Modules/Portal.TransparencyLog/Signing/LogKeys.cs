using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Models;

namespace Portal.TransparencyLog.Signing;

/// <summary>The log has recorded a key that no file here holds, so that it can sign nothing.</summary>
public sealed class SigningKeyMissingException(string id) : Exception(
    $"The log signs with the key {id}, which is not in {SigningKeyFile.Name} of the data folder. Bring the file back from its backup, or copy it from the node that has it. What happens meanwhile is kept and appended then.");

/// <summary>The keys that the log has recorded, and the one it signs with now. Each key is an entry of the log itself, the next one endorsed by the one before.</summary>
public sealed class LogKeys(PortalDb db, SigningKeyFile file, CommitToLog log, TimeProvider clock)
{
    /// <summary>Kind of the entries that record a key.</summary>
    public const string Kind = "log-key";

    /// <summary>Inside the change that is alone with the log.</summary>
    /// <returns>The key to sign with; the first of all is made and recorded here.</returns>
    /// <exception cref="SigningKeyMissingException">No file holds it.</exception>
    public async Task<SigningKey> SigningAsync(CancellationToken cancel)
    {
        if (await NewestAsync(cancel) is { } newest) return file.Find(newest.Id) ?? throw new SigningKeyMissingException(newest.Id);
        var first = file.First();
        Record(first, number: 1, endorsement: null);
        return first;
    }

    /// <returns>What is wrong with the key that the log signs with now, and what to do; null = nothing.</returns>
    public async Task<string?> ExamineAsync(CancellationToken cancel)
    {
        if (await NewestAsync(cancel) is not { } newest) return null;
        try { return file.Holds(newest.Id) ? null : new SigningKeyMissingException(newest.Id).Message; }
        catch (Exception unreadable) when (unreadable is ArgumentException or System.Security.Cryptography.CryptographicException) { return $"{SigningKeyFile.Name} holds no private key. Bring the file back from its backup."; }
    }

    public Task<LogKey?> NewestAsync(CancellationToken cancel) => db.LogKeys.AsNoTracking().OrderByDescending(k => k.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The log's name: the id of its first key.</summary>
    public Task<string?> LogIdAsync(CancellationToken cancel) => db.LogKeys.Where(k => k.Number == 1).Select(k => k.Id).SingleOrDefaultAsync(cancel);

    public void Record(SigningKey key, int number, byte[]? endorsement)
    {
        var (publicKey, day) = (key.PublicKey, DateOnly.FromDateTime(clock.UtcNow));
        var opening = log.Commit(Kind, day, LogEvent.Bytes(new()
        {
            ["kind"] = Kind, ["day"] = day.ToString("O", CultureInfo.InvariantCulture), ["number"] = number, ["publicKey"] = Convert.ToBase64String(publicKey),
        }));
        db.LogKeys.Add(new() { Id = key.Id, Number = number, PublicKey = publicKey, Day = day, Endorsement = endorsement, LeafHash = opening.Leaf(), Salt = opening.Salt, Event = opening.Event });
    }
}
