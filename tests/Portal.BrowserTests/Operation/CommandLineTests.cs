using System.Net;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Operation;

public sealed class CommandLineTests(ServedDemo demo, DemoData data, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task A_second_portal_on_the_same_folder_refuses_to_serve()
    {
        var second = await PortalCommand.RunAsync(demo.Portal.Folder, ["serve", "--urls", "http://127.0.0.1:0"]);
        second.Exit.ShouldBe(1);
        second.Errors.ShouldContain(demo.Portal.Folder);
        ShouldBeForPeople(second.Errors);
    }

    [Fact]
    public async Task A_node_with_another_key_file_refuses_to_serve()
    {
        var folder = data.Copy();
        await File.WriteAllTextAsync(Path.Combine(folder, "portal.key"), Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);
        var node = await PortalCommand.RunAsync(folder, ["serve", "--urls", "http://127.0.0.1:0"]);
        Directory.Delete(folder, recursive: true);
        node.Exit.ShouldBe(1);
        node.Errors.ShouldContain("portal.key");
        ShouldBeForPeople(node.Errors);
    }

    [Fact]
    public async Task Commands_work_beside_a_running_portal_which_sees_what_they_changed()
    {
        var folder = demo.Portal.Folder;
        var page = await Demo.PathAsync(demo.Portal, Demo.Page, "en");
        (await demo.Portal.Client.GetStringAsync(new Uri(page, UriKind.Relative))).ShouldNotContain("renamed while it is served");

        await PortalCommand.DoAsync(folder, ["user", "create", "drita", "--email", "drita@example.org", "--role", "Moderator", "--password-stdin"], DemoData.Password);
        await SignInAsync("drita", DemoData.Password, "/admin/moderation");

        var token = (await PortalCommand.DoAsync(folder, ["token", "create", "drita", "--scope", "moderation"])).Trim();
        token.ShouldNotContain(' ');
        using (var program = demo.Portal.Program(token))
        {
            using var queue = await program.GetAsync(new Uri("/api/v1/moderation/queue", UriKind.Relative));
            queue.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var given = (await PortalCommand.DoAsync(folder, ["user", "reset-password", "drita"])).Trim();
        await SignInAsync("drita", given, "/account/password");

        await PortalCommand.DoAsync(folder, ["recipe", "run", Path.Combine(Repository.Tests, "Recipes", "renamed-page.recipe.json")]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        while (!(await demo.Portal.Client.GetStringAsync(new Uri(page, UriKind.Relative), patience.Token)).Contains("renamed while it is served", StringComparison.Ordinal)) await Task.Delay(50, patience.Token);

        var doctor = await PortalCommand.RunAsync(folder, ["doctor"]);
        doctor.Exit.ShouldBe(0, doctor.Output);
        doctor.Output.ShouldContain("ok");
    }

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("setup")]
    [InlineData("recipe")]
    [InlineData("recipe run")]
    [InlineData("user")]
    [InlineData("user create")]
    [InlineData("user reset-password")]
    [InlineData("token create")]
    [InlineData("doctor")]
    public async Task Every_command_explains_itself(string command)
    {
        var help = await PortalCommand.RunAsync(demo.Portal.Folder, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        help.Exit.ShouldBe(0);
        help.Output.ShouldContain("Usage:");
        help.Output.ShouldContain(command);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("serve --loudly")]
    [InlineData("user create")]
    [InlineData("token create admin --scope moderation --expires-days never")]
    public async Task What_is_not_understood_is_said_in_a_line(string command)
    {
        var outcome = await PortalCommand.RunAsync(demo.Portal.Folder, command.Split(' '));
        outcome.Exit.ShouldBe(2);
        ShouldBeForPeople(outcome.Errors);
    }

    [Theory]
    [InlineData("recipe run no-such-recipe")]
    [InlineData("user reset-password nobody")]
    [InlineData("user create eve --email eve@example.org --role Queen")]
    [InlineData("token create admin --scope everything")]
    public async Task What_cannot_be_done_is_said_in_a_line(string command)
    {
        var outcome = await PortalCommand.RunAsync(demo.Portal.Folder, command.Split(' '));
        outcome.Exit.ShouldBe(1);
        ShouldBeForPeople(outcome.Errors);
    }

    static void ShouldBeForPeople(string errors)
    {
        errors.Trim().ShouldNotBeEmpty();
        errors.ShouldNotContain("   at ");
        errors.ShouldNotContain("Exception");
    }

    async Task SignInAsync(string name, string password, string leadsTo)
    {
        await using var window = await browsers.OpenAsync(demo.Portal);
        await window.Page.GotoAsync("/admin/moderation");
        await window.Page.Locator("#userName").FillAsync(name);
        await window.Page.Locator("#password").FillAsync(password);
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == leadsTo);
    }
}
