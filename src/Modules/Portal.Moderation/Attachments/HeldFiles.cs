using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Cms.Data;

namespace Portal.Moderation.Attachments;

/// <summary>A file that was taken in and waits for its comment to be sent.</summary>
/// <param name="Length">In bytes, after cleaning.</param>
public sealed record HeldFile(string Id, string FileName, string ContentType, long Length, DateTime HeldUtc);

/// <summary>Lets a form carry files that were chosen already from page to page: a browser sends a chosen file once and never again, so the form holds a signed note of it instead.</summary>
public sealed class HeldFiles(FileStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>As long as a ticket serves, and a little more.</summary>
    public static readonly TimeSpan Lifetime = Tickets.Lifetime + TimeSpan.FromHours(1);

    readonly IDataProtector protector = protection.CreateProtector("Portal.Moderation.HeldFile.v1");

    public string Write(HeldFile file) => protector.Protect(JsonSerializer.Serialize(file));

    /// <returns>The files that are still there; null where one of the notes is not ours or its file was discarded.</returns>
    public IReadOnlyList<HeldFile>? Read(IEnumerable<string> notes)
    {
        var files = notes.Where(n => n.Length > 0).Select(Read).ToList();
        return files.Contains(null) ? null : [.. files.OfType<HeldFile>().DistinctBy(f => f.Id, StringComparer.Ordinal)];
    }

    HeldFile? Read(string note)
    {
        if (note.Length > 2000) return null;
        try { return JsonSerializer.Deserialize<HeldFile>(protector.Unprotect(note)) is { } file && clock.UtcNow - file.HeldUtc < Lifetime && store.Has(file.Id) ? file : null; }
        catch (CryptographicException) { return null; }
    }
}
