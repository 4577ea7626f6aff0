using Portal.BrowserTests.Hosting;

[assembly: AssemblyFixture(typeof(DemoData))]

namespace Portal.BrowserTests.Hosting;

/// <summary>A portal that was set up once by its own commands, with the demo content and a few accounts. Whoever writes works on a copy.</summary>
public sealed class DemoData : IAsyncLifetime
{
    public const string Password = "a long pass phrase for tests", Administrator = "admin", Moderator = "arta", Editor = "nina", Member = "fiq", Translator = "tea";

    readonly Lazy<Task<PortalProcess>> shared;
    readonly string template = Directory.CreateTempSubdirectory("portal-browser-template-").FullName;

    public DemoData() => shared = new(() => PortalProcess.ServeAsync(Copy()));

    /// <summary>A token with which a program hands in submissions.</summary>
    public string SubmissionsToken { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await PortalCommand.DoAsync(template, ["setup"], adminPassword: Password);
        await PortalCommand.DoAsync(template, ["recipe", "run", Path.Combine(Repository.Tests, "Recipes", "one-language.recipe.json")]);
        await PortalCommand.DoAsync(template, ["user", "create", Moderator, "--email", "arta@example.org", "--role", "Moderator", "--password-stdin"], Password);
        await PortalCommand.DoAsync(template, ["user", "create", Editor, "--email", "nina@example.org", "--role", "NetworkEditor", "--password-stdin"], Password);
        await PortalCommand.DoAsync(template, ["user", "create", Translator, "--email", "tea@example.org", "--role", "Translator", "--password-stdin"], Password);
        await PortalCommand.DoAsync(template, ["user", "create", Member, "--email", "fiq@example.org", "--role", "MemberEditor", "--organisation", "org-fiq", "--password-stdin"], Password);
        SubmissionsToken = (await PortalCommand.DoAsync(template, ["token", "create", Administrator, "--scope", "submissions"])).Trim();
    }

    /// <returns>Path of a fresh copy of the data folder; the caller deletes it.</returns>
    public string Copy()
    {
        var to = Directory.CreateTempSubdirectory("portal-browser-").FullName;
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    /// <summary>One portal for all tests that only read; it ends with the last of them.</summary>
    public Task<PortalProcess> SharedAsync() => shared.Value;

    public async ValueTask DisposeAsync()
    {
        if (shared.IsValueCreated)
        {
            var portal = await shared.Value;
            await portal.DisposeAsync();
            Directory.Delete(portal.Folder, recursive: true);
        }

        Directory.Delete(template, recursive: true);
    }
}
