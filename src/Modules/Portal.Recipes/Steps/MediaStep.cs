using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Media;
using Portal.Recipes.Reading;
using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Steps;

/// <summary><c>media</c>: files for the media folder, carried in the recipe or standing beside it. Nothing is fetched from elsewhere.</summary>
public sealed class MediaStep(DataFolder data, IEnumerable<IMediaIntake> intakes) : IRecipeStep
{
    const long Largest = 64 * 1024 * 1024;

    /// <summary>What browsers show or people download. Drawings (SVG) can hold scripts: the media folder is served under a policy that lets none run.</summary>
    static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".csv", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp",
        ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".m4v", ".webm", ".ogv",
    };

    /// <param name="About">What the library should know of it: title, alternative texts by culture, credit … Not in Orchard Core's format, which passes it over.</param>
    sealed record Entry(string? TargetPath, string? Path, string? Base64, string? SourcePath, string? SourceUrl, MediaDescription? About);
    sealed record Payload(IReadOnlyList<Entry>? Files);

    public string Name => "media";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        // First all of them are read and judged, then written: a step that is refused leaves no file behind.
        var files = new List<(string Target, byte[] Bytes, MediaDescription? About)>();
        foreach (var (entry, index) in (context.Step.Deserialize<Payload>(RecipeJson.Binding)!.Files ?? []).Select((entry, index) => (entry, index)))
        {
            var path = $"{context.Path}.Files[{index}]";
            var name = entry.TargetPath ?? entry.Path ?? "";
            if (RecipeReader.Inside(data.Folder("media"), name) is not { } target) return Problem.Invalid(path, "The path {0} leads out of the media folder.", name);
            if (!Extensions.Contains(Path.GetExtension(target))) return Problem.Invalid(path, "Files of the kind {0} are not accepted.", Path.GetExtension(target));

            var bytes = await ReadAsync(context, entry, path, cancel);
            if (bytes.Problem is { } problem) return problem;
            if (bytes.Value is { } read) files.Add((target, read, entry.About));
        }

        foreach (var (target, bytes, _) in files) context.Report.Count(await WriteAsync(target, bytes, cancel));
        var root = data.Folder("media");
        foreach (var intake in intakes) await intake.TakeInAsync([.. files.Select(f => new MediaArrival(System.IO.Path.GetRelativePath(root, f.Target), f.About))], cancel);
        return null;
    }

    /// <returns>The file's bytes; null where it was left out, which is noted.</returns>
    static async Task<Result<byte[]?>> ReadAsync(RecipeStepContext context, Entry entry, string path, CancellationToken cancel)
    {
        if (entry.Base64 is { Length: > 0 } encoded)
        {
            var bytes = new byte[encoded.Length * 3L / 4 + 3];
            if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return Problem.Invalid(path, "This is not Base64.");
            return bytes[..length];
        }

        if (entry.SourcePath is { Length: > 0 } source)
        {
            if (RecipeReader.Inside(context.Recipe.Folder, source) is not { } file) return Problem.Invalid(path, "The file {0} is outside the recipe's folder.", source);
            if (!File.Exists(file)) return Problem.Invalid(path, "There is no file {0} beside the recipe.", source);
            if (new FileInfo(file).Length > Largest) return Problem.Invalid(path, "{0} is larger than {1} MB.", source, Largest / 1024 / 1024);
            return await File.ReadAllBytesAsync(file, cancel);
        }

        if (entry.SourceUrl is { Length: > 0 } url) context.Report.Note(path, "Recipes fetch nothing from the network here; the file at {0} was left out.", url);
        else context.Report.Note(path, "This file has no content; it was left out.");
        return (byte[]?)null;
    }

    static async Task<Outcome> WriteAsync(string target, byte[] bytes, CancellationToken cancel)
    {
        var isThere = File.Exists(target);
        var current = isThere && new FileInfo(target).Length == bytes.Length ? await File.ReadAllBytesAsync(target, cancel) : null;
        if (current is not null && bytes.AsSpan().SequenceEqual(current)) return Outcome.Unchanged;

        // Readers see the old file or the new one, never half of it.
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var half = $"{target}.{Ids.New()}.part";
        await File.WriteAllBytesAsync(half, bytes, cancel);
        File.Move(half, target, overwrite: true);
        return isThere ? Outcome.Updated : Outcome.Created;
    }
}
