using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Content;

/// <summary>Short ways to change content, as the portal itself or as one of the accounts.</summary>
public static class Editing
{
    extension(TestPortal portal)
    {
        /// <summary>Saves a changed text as the draft.</summary>
        public async Task EditAsync(string id, Action<JsonObject> change) => (await portal.AsSystemAsync(s => SaveAsync(s, id, change))).Problem.ShouldBeNull();

        public async Task PublishAsync(string id) => (await portal.AsSystemAsync(s => s.GetRequiredService<PublishContentItem>().RunAsync(id, TestContext.Current.CancellationToken))).Problem.ShouldBeNull();

        public async Task UnpublishAsync(string id) => (await portal.AsSystemAsync(s => s.GetRequiredService<UnpublishContentItem>().RunAsync(id, TestContext.Current.CancellationToken))).Problem.ShouldBeNull();

        public Task<ContentItem> ItemAsync(string id) => portal.ReadAsync(db => db.ContentItems.AsNoTracking().SingleAsync(i => i.ContentItemId == id, TestContext.Current.CancellationToken));

        /// <summary>Acts with the roles and the organisation of an account.</summary>
        public async Task<T> AsAsync<T>(string user, Func<IServiceProvider, Task<T>> act)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var account = await services.GetRequiredService<PortalDb>().Users.AsNoTracking().SingleAsync(u => u.UserName == user);
            var roles = await services.GetRequiredService<UserManager<User>>().GetRolesAsync(account);
            List<Claim> claims = [new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, user), .. roles.Select(r => new Claim(ClaimTypes.Role, r))];
            if (account.OrganisationSet is { } organisation) claims.Add(new(CurrentUser.OrganisationClaim, organisation));
            var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
            services.GetRequiredService<CurrentUser>().Become(principal, await services.GetRequiredService<RolePermissions>().OfAsync(principal));
            return await act(services);
        }
    }

    public static async Task<Result<ContentItem>> SaveAsync(IServiceProvider services, string id, Action<JsonObject> change, Guid? stamp = null)
    {
        var db = services.GetRequiredService<PortalDb>();
        var item = await db.ContentItems.AsNoTracking().SingleAsync(i => i.ContentItemId == id);
        var json = await db.ContentItemVersions.Where(v => v.VersionId == item.LatestVersionId).Select(v => v.Json).SingleAsync();
        var shared = await db.ContentSets.Where(s => s.LocalizationSet == item.LocalizationSet).Select(s => s.DraftJson).SingleOrDefaultAsync();
        var document = ContentDocument.Compose(json, shared);
        change(document.Content);
        return await services.GetRequiredService<SaveDraft>().RunAsync(new(id, document, stamp), TestContext.Current.CancellationToken);
    }

    /// <summary>A page with a title, and an address if one is asked for.</summary>
    public static ContentDocument Text(string title, string? path = null, string? organisation = null)
    {
        var document = new ContentDocument().Apply(new TitlePart { Title = title });
        if (path is not null) document.Apply(new AutoroutePart { Path = path });
        if (organisation is not null) document.Apply(new OrganisationPart { Organisation = new() { LocalizationSets = [organisation] } });
        return document;
    }
}
