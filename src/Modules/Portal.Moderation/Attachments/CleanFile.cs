using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Processes;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Attachments;

/// <summary>Takes in one file that a citizen added: looks what it is by its content, makes it anew without what it tells about its author, and keeps it.</summary>
/// <remarks>Pictures are decoded and written again by <c>vipsthumbnail</c>, documents cleaned by <c>mat2</c>, both as limited child processes. Where the program is missing such files are refused: a photograph that says where it was taken can endanger somebody.</remarks>
public sealed class CleanFile(FileStore store, RequestLimits limits, IHttpContextAccessor http, CurrentUser user, IOptions<ParticipationSettings> settings, TimeProvider clock, ILogger<CleanFile> log)
{
    /// <summary>Field of the form under which a refused file is reported.</summary>
    public const string Field = "files";

    /// <summary>Files that one connection of guests may send: each costs work and, for half a day, room on the disk.</summary>
    static readonly RequestLimit OfGuests = new("files", 40, TimeSpan.FromMinutes(10));

    /// <summary>Longer sides than this are of no use to a reader.</summary>
    const string LargestPicture = "2560x2560>";

    /// <summary>mat2 draws documents anew: with less it fails on an ordinary report.</summary>
    static readonly ProcessLimits Limits = ProcessLimits.OneFile with { Memory = 2L << 30 };

    /// <summary>Everybody's files pass two at a time: the portal has other things to do.</summary>
    static readonly SemaphoreSlim Turns = new(2);

    public async Task<Result<HeldFile>> RunAsync(IFormFile file, CancellationToken cancel)
    {
        var name = FileName.Of(file.FileName);
        if (file.Length > settings.Value.LargestFile) return Problem.Invalid(Field, "{0} is larger than {1} MB.", name, settings.Value.LargestFile / (1024 * 1024));
        if (file.Length == 0) return Problem.Invalid(Field, "{0} is empty.", name);

        using var read = new MemoryStream((int)file.Length);
        await file.CopyToAsync(read, cancel);
        var bytes = read.ToArray();
        if (FileKind.Of(bytes) is not { } kind) return Problem.Invalid(Field, "{0} is not a file that can be added. Possible are PDF, DOCX, ODT, PNG and JPEG, without macros.", name);
        if (!ChildProgram.Exists(kind.Tool)) return Problem.Invalid(Field, "{0} cannot be taken: this site lacks the program that removes hidden data from such files.", name);
        if (FileContents.LoadsFromElsewhere(bytes, kind)) return Problem.Invalid(Field, "{0} loads something from another place when it is opened, which tells that place who reads it. Save it as PDF and choose it again.", name);
        if (!user.IsSignedIn && !limits.TryUse(OfGuests, http.HttpContext?.Connection.RemoteIpAddress)) return Problem.Invalid(Field, "Many files came from your connection. Try again in ten minutes; what you wrote is still here.");
        if (await MakeAnewAsync(bytes, kind, cancel) is not { } clean) return Problem.Invalid(Field, "{0} could not be read. It may be damaged or protected by a password.", name);

        var held = new HeldFile(Ids.New(), FileName.With(name, kind.Extension), kind.ContentType, clean.Length, clock.UtcNow);
        await store.WriteAsync(held.Id, clean, cancel);
        return held;
    }

    async Task<byte[]?> MakeAnewAsync(byte[] bytes, FileKind kind, CancellationToken cancel)
    {
        await Turns.WaitAsync(cancel);
        try
        {
            using var workshop = store.OpenWorkshop();
            var (before, after) = (Path.Combine(workshop.Folder, "in" + kind.Extension), Path.Combine(workshop.Folder, "in.cleaned" + kind.Extension));
            await File.WriteAllBytesAsync(before, bytes, cancel);
            // A document keeps its text for screen readers and search: mat2's other way would turn it into pictures.
            string[] arguments = kind.Tool == "mat2"
                ? ["--no-sandbox", .. kind == FileKind.Pdf ? ["-L"] : new[] { "--unknown-members", "omit" }, before]
                : [before, "--size", LargestPicture, "-o", after + (kind == FileKind.Jpeg ? "[Q=85,strip]" : "[strip]")];
            var result = await ChildProgram.RunAsync(kind.Tool, arguments, workshop.Folder, Limits, input: null, cancel);
            if (result.Succeeded && File.Exists(after)) return await File.ReadAllBytesAsync(after, cancel);
            log.LogInformation("{Tool} could not clean a {Extension} file.", kind.Tool, kind.Extension);
            return null;
        }
        finally
        {
            Turns.Release();
        }
    }
}
