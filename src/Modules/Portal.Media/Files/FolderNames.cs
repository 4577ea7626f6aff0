using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Media.Models;

namespace Portal.Media.Files;

/// <summary>What a folder may be called.</summary>
public sealed class FolderNames(PortalDb db)
{
    public const int Longest = 80;

    /// <param name="except">The folder that is being renamed.</param>
    public async Task<Problem?> CheckAsync(string? name, string parentId, string? except, CancellationToken cancel)
    {
        var typed = name?.Trim() ?? "";
        if (typed.Length == 0) return Problem.Invalid("name", "This is needed.");
        if (typed.Length > Longest) return Problem.Invalid("name", "At most {0} characters are possible here.", Longest);
        if (typed.Any(char.IsControl)) return Problem.Invalid("name", "The text contains a character that cannot be stored.");
        return await db.MediaFolders.AnyAsync(f => f.ParentId == parentId && f.Name == typed && f.Id != except, cancel) ? Problem.Invalid("name", "There is a folder of this name already.") : null;
    }
}
