using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Access;

/// <summary>Role × action × own or another organisation, for every action class there is.</summary>
public sealed class WhoMayDoWhatTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    /// <summary>Organisation of the things that rows act upon, and another; the institution that recommendations are addressed to, and another.</summary>
    public const string Owner = "org-fiq", Elsewhere = "org-aktiv", Addressed = "org-example-municipality", AddressedElsewhere = "org-example-ministry";

    static readonly (Who Who, string? Role, string? Organisation)[] People =
    [
        (Who.Guest, null, null), (Who.Citizen, null, null), (Who.MemberOfOwner, "MemberEditor", Owner), (Who.MemberElsewhere, "MemberEditor", Elsewhere), (Who.NetworkEditor, "NetworkEditor", null), (Who.Translator, "Translator", null),
        (Who.Moderator, "Moderator", null), (Who.OfficialAddressed, "InstitutionOfficial", Addressed), (Who.OfficialElsewhere, "InstitutionOfficial", AddressedElsewhere), (Who.OrganisationOwner, "OrganisationOwner", Owner), (Who.Administrator, "Administrator", null),
    ];

    static readonly IReadOnlyList<ActionRow> Table =
        [.. typeof(IActionRows).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IActionRows))).SelectMany(t => ((IActionRows)Activator.CreateInstance(t)!).Rows)];

    readonly TestPortal portal = shared.Portal;

    public static TheoryData<string> Rows => [.. Table.Where(r => r.Attempt is not null).Select(r => r.Action.Name)];

    [Fact]
    public void Every_action_has_its_row()
    {
        var actions = ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly).Assemblies.Append(typeof(CmsServices).Assembly).SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true } && t.Namespace?.EndsWith(".Actions", StringComparison.Ordinal) == true && t.GetMethod("<Clone>$") is null && t.GetMethods().Any(m => m.DeclaringType == t && !m.IsSpecialName));
        actions.Except(Table.Select(r => r.Action)).Select(t => t.FullName).ShouldBeEmpty("Add a row to the class of the module in tests/Portal.IntegrationTests/Access; the module author guide says how.");
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Only_those_in_the_table_may(string action)
    {
        foreach (var row in Table.Where(r => r.Action.Name == action && r.Attempt is not null))
        {
            foreach (var (who, role, organisation) in People)
            {
                var refusal = await TryAsync(row, who, role, organisation);
                var isRefused = refusal is { Kind: ProblemKind.Forbidden or ProblemKind.NotFound };
                isRefused.ShouldBe(!row.Allowed.HasFlag(who), $"{action} by {who}: {refusal?.Message ?? "no refusal"} {string.Join(", ", refusal?.Errors.Select(e => e.Message) ?? [])}");
            }
        }
    }

    /// <summary>Does it as somebody, in a change that is undone.</summary>
    async Task<Problem?> TryAsync(ActionRow row, Who who, string? role, string? organisation)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await BecomeAsync(services, who, role, organisation);
        Problem? inner = null;
        var undone = new Problem(ProblemKind.Conflict, "undone");
        var outer = await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            inner = await row.Attempt!(services);
            return undone;
        }, TestContext.Current.CancellationToken);
        return outer.Problem == undone ? inner : outer.Problem;
    }

    static async Task BecomeAsync(IServiceProvider services, Who who, string? role, string? organisation)
    {
        List<Claim> claims = [];
        if (who != Who.Guest) claims.AddRange([new(ClaimTypes.NameIdentifier, await services.GetRequiredService<PortalDb>().Users.Where(u => u.UserName == "tara").Select(u => u.Id).SingleAsync()), new(ClaimTypes.Name, who.ToString())]);
        if (role is not null) claims.Add(new(ClaimTypes.Role, role));
        if (organisation is not null) claims.Add(new(CurrentUser.OrganisationClaim, organisation));
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, who == Who.Guest ? null : "test"));
        services.GetRequiredService<CurrentUser>().Become(principal, await services.GetRequiredService<RolePermissions>().OfAsync(principal));
    }
}
