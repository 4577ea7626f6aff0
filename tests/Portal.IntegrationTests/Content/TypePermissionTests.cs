using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.Users.Actions;

namespace Portal.IntegrationTests.Content;

/// <summary>Roles that are given single types, and the pages and lists that follow from it.</summary>
public sealed class TypePermissionTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_write_debates_alone_opens_the_list_sees_debates_and_writes_nothing_else()
    {
        await GiveAsync("dea", "DebateWriter", "org-fiq", "AccessAdminPanel", "EditOwn_Debate");
        var debate = await NewAsync("Debate", "org-fiq");
        using var dea = await portal.SignedInAsync("dea");

        var list = await portal.PageAsync("/admin/content", dea);
        list.QuerySelectorAll("tbody th a").ShouldContain(a => a.GetAttribute("href") == $"/admin/content/{debate}");
        list.QuerySelectorAll("tbody td:nth-child(3)").Select(t => t.TextContent.Trim()).Distinct().ShouldBe([list.QuerySelector("option[value=Debate]")!.TextContent]);
        (await portal.PageAsync($"/admin/content/{debate}", dea)).QuerySelector("button[value=publish]").ShouldBeNull();
        (await CreateAsync("dea", "PolicyAnalysis")).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await CreateAsync("dea", "Debate")).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Whom_the_rules_let_publish_their_own_debates_publish_those_and_no_others()
    {
        await GiveAsync("petrit", "DebatePublisher", "org-fiq", "AccessAdminPanel", "EditOwnContent", "PublishOwn_Debate");
        (await PublishAsync("petrit", await NewAsync("Article", "org-fiq"))).ShouldBe(ProblemKind.Forbidden);
        (await PublishAsync("petrit", await NewAsync("Debate", "org-aktiv"))).ShouldBe(ProblemKind.Forbidden);
        (await PublishAsync("petrit", await NewAsync("Debate", "org-fiq"))).ShouldNotBe(ProblemKind.Forbidden);
        (await PublishAsync("fiq", await NewAsync("Debate", "org-fiq"))).ShouldBe(ProblemKind.Forbidden);
    }

    [Fact]
    public async Task Those_who_may_publish_an_item_are_found_by_the_same_rules()
    {
        await GiveAsync("pranvera", "OwnDebates", "org-fiq", "AccessAdminPanel", "PublishOwn_Debate");
        var (own, other) = (await PublishersAsync(await NewAsync("Debate", "org-fiq")), await PublishersAsync(await NewAsync("Debate", "org-aktiv")));
        own.ShouldContain("pranvera");
        other.ShouldNotContain("pranvera");
        foreach (var names in new[] { own, other })
        {
            names.ShouldContain("nina");
            names.ShouldContain("admin");
            names.ShouldNotContain("fiq");
            names.ShouldNotContain("tara");
        }
    }

    [Fact]
    public async Task The_page_of_roles_shows_and_saves_them_type_by_type()
    {
        using var admin = await portal.SignedInAsync("admin");
        var page = await portal.PageAsync("/admin/roles", admin);
        page.QuerySelectorAll("#type-Debate tbody tr").Length.ShouldBe(7);
        using var saved = await admin.PostFormAsync("/admin/roles/Translator", [new("granted", "AccessAdminPanel"), new("granted", "EditOwn_Debate"), new("__RequestVerificationToken", page.TokenOf())]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var granted = await portal.ReadAsync(db => Task.FromResult(db.RoleClaims.Where(c => db.Roles.Any(r => r.Id == c.RoleId && r.Name == "Translator")).Select(c => c.ClaimValue!).ToList()));
        granted.ShouldBe(["AccessAdminPanel", "EditOwn_Debate"], ignoreOrder: true);
    }

    async Task GiveAsync(string user, string role, string organisation, params string[] permissions)
    {
        (await portal.AsSystemAsync(s => s.GetRequiredService<SaveRole>().RunAsync(role, permissions, Cancel))).Problem.ShouldBeNull();
        (await portal.AsSystemAsync(s => s.GetRequiredService<CreateUser>().RunAsync(new(user, $"{user}@example.org", [role], Template.Password, organisation, MustChangePassword: false), Cancel))).Problem.ShouldBeNull();
    }

    Task<Result<ContentItem>> CreateAsync(string user, string type) => portal.AsAsync(user, s => s.GetRequiredService<CreateContentItem>().RunAsync(new(type, "en", Editing.Text("By its writer", organisation: "org-fiq")), Cancel));

    async Task<string> NewAsync(string type, string organisation) =>
        (await portal.AsSystemAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new(type, "en", Editing.Text("Of an organisation", organisation: organisation)), Cancel))).Value.ContentItemId;

    async Task<ProblemKind?> PublishAsync(string user, string id) => (await portal.AsAsync(user, s => s.GetRequiredService<PublishContentItem>().RunAsync(id, Cancel))).Problem?.Kind;

    async Task<IReadOnlyList<string>> PublishersAsync(string id)
    {
        var item = await portal.ItemAsync(id);
        return [.. (await portal.AsSystemAsync(s => s.GetRequiredService<ContentPublishers>().OfAsync(item, Cancel))).Select(p => p.Name)];
    }
}
