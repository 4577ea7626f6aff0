using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Security;

/// <summary>Looks whether this data folder's key file is the one that the keys in the database are encrypted with. On a node with another file nobody would stay signed in.</summary>
public sealed class KeyRingCheck(PortalDb db, KeyFile keyFile)
{
    /// <returns>What is wrong and what to do, for the operator; null = nothing.</returns>
    public async Task<string?> ExamineAsync(CancellationToken cancel)
    {
        var stored = await db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).ToListAsync(cancel);
        if (stored.Count == 0) return null;
        if (!keyFile.Exists) return $"{KeyFile.Name} is missing, though the database holds keys that only it opens. Copy it from the node that was set up first, or bring it back from its backup, before this one serves. Where no copy is left, empty the table DataProtectionKey: sessions end, and waiting mail and authors' addresses are lost.";
        return stored.All(Opens) ? null : $"{KeyFile.Name} does not open all keys in the database. All nodes have the same file: copy it from the node that was set up first, or bring it back from its backup. Where no copy is left, empty the table DataProtectionKey: sessions end, and waiting mail and authors' addresses are lost.";
    }

    bool Opens(string xml)
    {
        try { return XElement.Parse(xml).Descendants("sealed").All(s => keyFile.Decrypt(Convert.FromBase64String(s.Value)).Length > 0); }
        catch (Exception failure) when (failure is CryptographicException or FormatException) { return false; }
    }
}
