using System.Text;
using Portal.Cms.Processes;

namespace Portal.UnitTests.Processes;

public sealed class ChildProgramTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-child-");

    static readonly ProcessLimits Small = new(256L << 20, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2), 1000);

    Task<ProcessResult> RunAsync(string name, string[] arguments, ProcessLimits limits, string? input = null) =>
        ChildProgram.RunAsync(name, arguments, folder.FullName, limits, input is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(input)), TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_goes_in_is_read_and_what_comes_out_is_returned()
    {
        var result = await RunAsync("cat", [], ProcessLimits.OneFile, "Rruga pranë shkollës");

        result.Succeeded.ShouldBeTrue();
        Encoding.UTF8.GetString(result.Output).ShouldBe("Rruga pranë shkollës");
    }

    [Fact]
    public async Task Arguments_are_not_read_by_a_shell()
    {
        var result = await RunAsync("echo", ["$HOME; ls `pwd`"], ProcessLimits.OneFile);

        Encoding.UTF8.GetString(result.Output).ShouldBe("$HOME; ls `pwd`\n");
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        var result = await RunAsync("sleep", ["60"], Small);

        result.Succeeded.ShouldBeFalse();
        result.Error.ShouldContain("longer than 2 s");
    }

    [Fact]
    public async Task More_output_than_allowed_is_a_failure_and_not_a_cut()
    {
        var result = await RunAsync("cat", ["/dev/zero"], Small);

        result.Succeeded.ShouldBeFalse();
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_wants_too_much_memory_fails()
    {
        var result = await RunAsync("dd", ["if=/dev/zero", "of=/dev/null", "bs=512M", "count=1"], Small with { Wall = TimeSpan.FromSeconds(20) });

        result.Succeeded.ShouldBeFalse();
        result.Error.ShouldContain("memory");
    }

    [Fact]
    public async Task Secrets_in_the_environment_do_not_reach_it()
    {
        Environment.SetEnvironmentVariable("PORTAL_TEST_SECRET", "not for children");

        var result = await RunAsync("env", [], ProcessLimits.OneFile);

        Encoding.UTF8.GetString(result.Output).ShouldNotContain("PORTAL_TEST_SECRET");
    }

    [Fact]
    public void It_is_known_what_is_installed()
    {
        ChildProgram.Exists("cat").ShouldBeTrue();
        ChildProgram.Exists("no-such-program").ShouldBeFalse();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
