using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Portal.Cms.Data;
using Portal.Cms.Media;
using Portal.Cms.Processes;
using Portal.Media.Files;

namespace Portal.Media.Serving;

/// <summary>Makes the smaller pictures of a picture, and the picture of a document's first page: once, when somebody first asks; then they lie on disk. Whoever asks meanwhile waits for the one that is being made.</summary>
public sealed class RenditionMaker(MediaStore store, MediaCatalogue catalogue, ILogger<RenditionMaker> log) : IDisposable
{
    public const string Resizer = "vipsthumbnail", Cropper = "vips", CoverTool = "pdftoppm";

    /// <summary>At once; a picture takes about a third of a second of one processor.</summary>
    const int Makers = 2;

    /// <summary>A picture that cannot be drawn is not tried again for so long.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, Lazy<Task<bool>>> running = new(StringComparer.Ordinal);
    readonly SemaphoreSlim turns = new(Makers);
    readonly MemoryCache failed = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>How often a program was started: for tests and curious operators.</summary>
    public int Made => made;
    int made;

    public static bool CanDraw(string contentType) => contentType is "image/jpeg" or "image/png" or "image/webp" && ChildProgram.Exists(Resizer) && ChildProgram.Exists(Cropper);

    /// <returns>The file with the rendition; null where it cannot be made.</returns>
    public async Task<string?> GetAsync(MediaFacts facts, Rendition rendition, CancellationToken cancel)
    {
        if (store.Locate(facts.Version, rendition, facts.Path) is not { } target) return null;
        if (File.Exists(target)) return target;
        if (failed.TryGetValue(target, out _)) return null;

        // Not bound to who asked first: others wait for the same.
        var making = running.GetOrAdd(target, _ => new(() => MakeAsync(facts, rendition, target)));
        try
        {
            return await making.Value.WaitAsync(cancel) ? target : null;
        }
        finally
        {
            if (making.Value.IsCompleted) running.TryRemove(KeyValuePair.Create(target, making));
        }
    }

    async Task<bool> MakeAsync(MediaFacts facts, Rendition rendition, string target)
    {
        await turns.WaitAsync();
        try
        {
            // Another node may have made it, or the one before us.
            if (File.Exists(target)) return true;
            Interlocked.Increment(ref made);
            using var workshop = store.OpenWorkshop();
            if (store.Locate(facts.Path) is { } original && File.Exists(original) && await DrawAsync(facts, rendition, original, workshop) is { } drawn)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(drawn, target, overwrite: true);
                return true;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "A picture could not be written.");
        }
        finally
        {
            turns.Release();
        }

        log.LogWarning("No {Rendition} could be made of {Path}.", rendition.Name, facts.Path);
        failed.Set(target, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Patience });
        return false;
    }

    async Task<string?> DrawAsync(MediaFacts facts, Rendition rendition, string original, Workshop workshop)
    {
        if (rendition.IsCover) return facts.HasCover ? await RunAsync(CoverTool, ["-jpeg", "-jpegopt", "quality=80", "-f", "1", "-l", "1", "-singlefile", "-scale-to-x", $"{rendition.Width}", "-scale-to-y", "-1", original, "cover"], workshop, "cover.jpg") : null;
        if (!facts.HasRenditions) return null;

        var result = "out." + rendition.Format;
        var saved = result + (rendition.Format == "webp" ? "[Q=80,strip]" : "[Q=82,strip,optimize_coding,interlace,background=255]");
        var (width, height) = Renditions.SizeOf(facts, rendition);
        if (rendition.Ratio is null) return await RunAsync(Resizer, [original, "--size", $"{width}x>", "-o", workshop.File(saved)], workshop, result);

        // First as small as it may be while it still covers the shape, without loss; then the part around the focal point.
        var (across, down) = Renditions.Part((facts.Width!.Value, facts.Height!.Value), rendition.Ratio);
        var scale = Math.Max(width / (double)across, height / (double)down);
        var (scaledWidth, scaledHeight) = (Math.Max(width, (int)Math.Round(facts.Width.Value * scale)), Math.Max(height, (int)Math.Round(facts.Height.Value * scale)));
        if (await RunAsync(Resizer, [original, "--size", $"{scaledWidth}x{scaledHeight}!", "-o", workshop.File("scaled.png[compression=1]")], workshop, "scaled.png") is null) return null;

        var (x, y) = catalogue.FocusOf(facts.Path);
        return await RunAsync(Cropper, ["crop", "scaled.png", saved, Offset(x, scaledWidth, width), Offset(y, scaledHeight, height), Text(width), Text(height)], workshop, result);
    }

    /// <summary>Where a part begins that has the focal point in its middle, as far as the picture allows.</summary>
    static string Offset(double focus, int whole, int part) => Text(Math.Clamp((int)Math.Round((focus * whole) - (part / 2.0)), 0, whole - part));

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static async Task<string?> RunAsync(string program, string[] arguments, Workshop workshop, string result)
    {
        var outcome = await ChildProgram.RunAsync(program, arguments, workshop.Folder, ProcessLimits.OneFile, input: null, CancellationToken.None);
        return outcome.Succeeded && File.Exists(workshop.File(result)) ? workshop.File(result) : null;
    }

    public void Dispose()
    {
        failed.Dispose();
        turns.Dispose();
    }
}
