using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Media;
using Portal.Cms.Processes;
using Portal.Media.Files;
using Portal.Media.Models;

namespace Portal.Media.Serving;

/// <summary>The library's facts in memory, about half a kilobyte a file, so that a page asks no database for its pictures. A change is read when the next page is made: only what changed since.</summary>
public sealed class MediaCatalogue(IServiceScopeFactory scopes, Evictions evictions) : IMediaCatalogue, IDisposable
{
    /// <summary>Evicted by every change of a file.</summary>
    public const string Tag = "media";

    /// <summary>A change that was made a little earlier may be committed a little later.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<string, MediaFacts> byPath = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, (double X, double Y)> focus = new(StringComparer.Ordinal);
    readonly SemaphoreSlim turn = new(1);
    readonly string[] tags = [Tag];
    DateTime lastUtc = DateTime.MinValue;
    long readAt = -1, stamp;

    public long Stamp => Interlocked.Read(ref stamp);

    public void Dispose() => turn.Dispose();

    public MediaFacts? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>What must stay when the picture is cropped: from 0 to 1.</summary>
    public (double X, double Y) FocusOf(string path) => focus.GetValueOrDefault(path, (0.5, 0.5));

    /// <summary>Reads what changed, if anything did.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancel)
    {
        if (IsFresh) return;
        await turn.WaitAsync(cancel);
        try
        {
            if (IsFresh) return;
            var now = evictions.Stamp;
            await ReadAsync(cancel);
            Interlocked.Increment(ref stamp);
            Interlocked.Exchange(ref readAt, now);
        }
        finally
        {
            turn.Release();
        }
    }

    bool IsFresh => Interlocked.Read(ref readAt) is >= 0 and var at && evictions.NoneOf(tags, at);

    async Task ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = lastUtc == DateTime.MinValue ? lastUtc : lastUtc - Overlap;
        var changed = await scope.ServiceProvider.GetRequiredService<PortalDb>().MediaItems.AsNoTracking().Where(i => i.ModifiedUtc >= since).ToListAsync(cancel);
        foreach (var item in changed)
        {
            if (item.ModifiedUtc > lastUtc) lastUtc = item.ModifiedUtc;
            if (item.DeletedUtc is not null)
            {
                byPath.TryRemove(item.Path, out _);
                continue;
            }

            byPath[item.Path] = FactsOf(item);
            focus[item.Path] = (item.FocusX, item.FocusY);
        }
    }

    public static MediaFacts FactsOf(MediaItem item) => new(item.Path, item.ContentType, item.Length, item.Version)
    {
        Width = item.Width, Height = item.Height, Pages = item.Pages, Alt = item.Alt, IsDecorative = item.IsDecorative,
        Credit = string.Join(" · ", new[] { item.Credit, item.Licence }.Where(t => t.Length > 0)),
        HasRenditions = item is { Width: { } width, Height: { } height } && RenditionMaker.CanDraw(item.ContentType) && ImageSize.IsSane((width, height)),
        HasCover = item is { Pages: > 0 } && ChildProgram.Exists(RenditionMaker.CoverTool),
    };
}
