using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Mail.Delivery;
using Portal.Media.Files;
using Portal.Site;
using Portal.TransparencyLog.Signing;

namespace Portal.Web.Diagnosis;

public enum Health
{
    Good,
    /// <summary>The portal does without, less well.</summary>
    Advice,
    Wrong,
}

/// <param name="Text">What is so, and where it is not good, what to do.</param>
public sealed record Finding(Health State, string Subject, string Text);

/// <summary>Examines a portal from outside, also one that is serving.</summary>
public static class Doctor
{
    /// <summary>After so many attempts, over more than half a day, something is wrong.</summary>
    const int ManyAttempts = 10;

    static readonly (string Program, string Without)[] Programs =
    [
        ("chromium", "briefs are printed by the reader's browser instead of as PDF"),
        ("vipsthumbnail", "pictures cannot be uploaded, and pages show them in one size"),
        ("mat2", "documents cannot be uploaded"),
        ("pdfinfo", "pages and words of PDF files are not known"),
        ("pandoc", "documents cannot be imported"),
    ];

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        return
        [
            await DatabaseAsync(services.GetRequiredService<IPortalDatabase>(), db, cancel),
            await SchemaAsync(db, cancel),
            new(Health.Good, "features", $"{services.GetRequiredService<EnabledFeatures>().All.Count} enabled, their dependencies are met"),
            Folder(services.GetRequiredService<DataFolder>()),
            await KeysAsync(services, cancel),
            Secrets(services.GetRequiredService<DataFolder>()),
            await OutboxAsync(db, cancel),
            Mail(services),
            await SecurityTxtAsync(services.GetRequiredService<SiteSettings>(), services.GetRequiredService<TimeProvider>()),
            .. await MediaAsync(services, cancel),
            .. Programs.Select(p => Program(p.Program, p.Without)),
        ];
    }

    static async Task<Finding> DatabaseAsync(IPortalDatabase database, PortalDb db, CancellationToken cancel)
    {
        var wrong = await database.ExamineAsync(db, cancel);
        return wrong.Count == 0 ? new(Health.Good, "database", "in order") : new(Health.Wrong, "database", string.Join(' ', wrong));
    }

    static async Task<Finding> SchemaAsync(PortalDb db, CancellationToken cancel)
    {
        if (!db.Database.GetMigrations().Any()) return new(Health.Good, "schema", "as this version made it");
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        return pending == 0 ? new(Health.Good, "schema", "up to date") : new(Health.Wrong, "schema", $"{pending} migrations are pending. Run \"migrate\".");
    }

    static Finding Folder(DataFolder data)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(data.Root, $".probe-{Ids.New()}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            probe.WriteByte(0);
            return new(Health.Good, "data folder", $"{data.Root} can be written");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(Health.Wrong, "data folder", $"{data.Root} cannot be written: {failure.Message}");
        }
    }

    /// <summary>The key files of this folder belong to this database; on several nodes every one is asked.</summary>
    static async Task<Finding> KeysAsync(IServiceProvider services, CancellationToken cancel)
    {
        string?[] wrong = [await services.GetRequiredService<KeyRingCheck>().ExamineAsync(cancel), services.GetService<LogKeys>() is { } log ? await log.ExamineAsync(cancel) : null];
        return wrong.All(w => w is null) ? new(Health.Good, "keys", "the files in the data folder belong to this database") : new(Health.Wrong, "keys", string.Join(' ', wrong.Where(w => w is not null)));
    }

    static Finding Secrets(DataFolder data)
    {
        if (OperatingSystem.IsWindows()) return new(Health.Good, "key files", "whom they can be read by is not looked at on this system");
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        var open = new List<string>();
        foreach (var file in new[] { KeyFile.Name, SigningKeyFile.Name })
        {
            if (File.Exists(Path.Combine(data.Root, file)) && (File.GetUnixFileMode(Path.Combine(data.Root, file)) & Others) != UnixFileMode.None) open.Add(file);
        }

        return open.Count == 0 ? new(Health.Good, "key files", "readable by their owner only") : new(Health.Wrong, "key files", $"{string.Join(" and ", open)} can be read by others on this machine: chmod 600");
    }

    static async Task<Finding> SecurityTxtAsync(SiteSettings settings, TimeProvider clock)
    {
        var setting = await settings.GetAsync(SecurityTxt.Setting) as JsonObject;
        if (SecurityTxt.Text(setting, "") is null) return new(Health.Advice, "security.txt", "nobody who finds a weakness is told whom to write to; the site setting SecurityTxt needs Contact and Expires");
        return SecurityTxt.ExpiresUtc(setting) <= clock.UtcNow.AddDays(30)
            ? new(Health.Advice, "security.txt", "expires within a month; look whether the contact is still right and set a new date")
            : new(Health.Good, "security.txt", "says whom to write to");
    }

    static async Task<Finding> OutboxAsync(PortalDb db, CancellationToken cancel)
    {
        var waiting = await db.Outbox.CountAsync(m => m.DeadUtc == null, cancel);
        var stuck = await db.Outbox.CountAsync(m => m.DeadUtc == null && m.Attempts >= ManyAttempts, cancel);
        var dead = await db.Outbox.CountAsync(m => m.DeadUtc != null, cancel);
        return (dead, stuck) switch
        {
            (0, 0) => new(Health.Good, "outbox", $"{waiting} messages wait"),
            (0, _) => new(Health.Wrong, "outbox", $"{stuck} messages failed {ManyAttempts} times or more. Run \"outbox list\" to see why."),
            _ => new(Health.Wrong, "outbox", $"{dead} messages could not be delivered and are kept aside for {OutboxPatience.DeadKept.TotalDays} days. Run \"outbox list\" to see why, and \"outbox retry\" when it is mended."),
        };
    }

    static async Task<IEnumerable<Finding>> MediaAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetService<MediaCheck>() is not { } check) return [];
        var found = await check.RunAsync(cancel);
        return [found.Missing.Count > 0 ? new(Health.Wrong, "library", $"{found.Missing.Count} files are missing. Run \"media check\" to see which.")
            : found.Strays.Count > 0 ? new(Health.Advice, "library", $"{found.Strays.Count} files are in its folder and not in the library; they are taken in within minutes")
            : new(Health.Good, "library", "has all its files")];
    }

    static Finding Mail(IServiceProvider services)
    {
        try
        {
            var smtp = services.GetRequiredService<IOptions<SmtpSettings>>().Value;
            return new(Health.Good, "mail", smtp.IsConfigured ? $"by SMTP to {smtp.Host}, port {smtp.Port}" : $"into the folder {services.GetRequiredService<DataFolder>().Folder(PickupFolder.Name)}");
        }
        catch (OptionsValidationException failure)
        {
            return new(Health.Wrong, "mail", failure.Message);
        }
    }

    static Finding Program(string program, string without)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists) is { } found
            ? new(Health.Good, program, found)
            : new(Health.Advice, program, $"not installed: {without}");
    }
}
