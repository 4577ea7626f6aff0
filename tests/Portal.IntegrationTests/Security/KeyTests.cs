using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.IntegrationTests.TransparencyLog;
using Portal.TransparencyLog.Signing;
using Portal.Web.Diagnosis;

namespace Portal.IntegrationTests.Security;

/// <summary>Nodes that share a database have to share the key files too; the doctor tells when they do not.</summary>
public sealed class KeyTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_doctor_finds_a_key_file_that_is_missing_or_another_nodes()
    {
        await using var portal = await TestPortal.StartAsync();
        await new ApiGuest(portal).ReceiptAsync("So that there is something to sign and to encrypt.", ("email", "somebody@example.org"));
        await portal.AppendAsync();
        (await AskAsync(portal, "keys")).State.ShouldBe(Health.Good);

        foreach (var name in new[] { KeyFile.Name, SigningKeyFile.Name })
        {
            var file = Path.Combine(portal.Folder, name);
            File.Move(file, file + ".kept");
            await ShouldBeWrongAsync(portal, name);
            await File.WriteAllTextAsync(file, name == KeyFile.Name ? Convert.ToBase64String(new byte[32]) : SigningKey.New().PrivatePem, Cancel);
            await ShouldBeWrongAsync(portal, name);
            File.Move(file + ".kept", file, overwrite: true);
        }

        (await AskAsync(portal, "keys")).State.ShouldBe(Health.Good);
    }

    [Fact]
    public async Task The_doctor_finds_key_files_that_others_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes of files are Unix's");
        await using var portal = await TestPortal.StartAsync();
        (await AskAsync(portal, "key files")).State.ShouldBe(Health.Good);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(portal.Folder, KeyFile.Name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        (await AskAsync(portal, "key files")).Text.ShouldContain(KeyFile.Name);
    }

    static async Task ShouldBeWrongAsync(TestPortal portal, string name)
    {
        // Another process, which has read no file yet.
        await using var node = portal.CommandBeside();
        await using var scope = node.Services.CreateAsyncScope();
        var finding = (await Doctor.ExamineAsync(scope.ServiceProvider, Cancel)).Single(f => f.Subject == "keys");
        finding.State.ShouldBe(Health.Wrong);
        finding.Text.ShouldContain(name);
    }

    static async Task<Finding> AskAsync(TestPortal portal, string subject) => (await portal.AsSystemAsync(s => Doctor.ExamineAsync(s, Cancel))).Single(f => f.Subject == subject);
}
