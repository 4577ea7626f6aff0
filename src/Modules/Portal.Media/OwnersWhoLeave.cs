using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Media.Models;

namespace Portal.Media;

/// <summary>An account that goes leaves its organisation the files, and no trace of who brought them.</summary>
public sealed class OwnersWhoLeave(PortalDb db) : IAccountHandler
{
    public Task DeletingAsync(string userId, CancellationToken cancel) => db.MediaItems.Where(i => i.OwnerId == userId).ExecuteUpdateAsync(i => i.SetProperty(f => f.OwnerId, (string?)null), cancel);
}

/// <summary>What the library does with data about people.</summary>
static class Processing
{
    public static readonly ProcessingActivity Files = new(
        "Pictures and documents",
        "To illustrate and document what the network publishes.",
        "What pictures and documents show and say; who brought a file; who made it, where editors say so. Places, devices and names that programs hide in files are removed before they are kept.",
        "As long as a text uses them; what is deleted lies in the bin for thirty days. When an account is deleted, its name goes from the files it brought.",
        "In the media folder and in the database. Whoever knows the address of a file can open it; who brought it is seen by editors.",
        "MediaItem");
}
