using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Content;

/// <summary>Member editors write for their own organisation and for no other.</summary>
public sealed class OrganisationScopeTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_editor_edits_what_belongs_to_the_own_organisation()
    {
        var id = await AnalysisOfAsync("org-fiq");
        (await portal.AsAsync("fiq", s => Editing.SaveAsync(s, id, d => d["TitlePart"]!["Title"] = "Edited by its own"))).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_member_editor_cannot_save_discard_remove_or_restore_what_belongs_to_another()
    {
        var id = await AnalysisOfAsync("org-aktiv");
        var version = (await portal.ItemAsync(id)).LatestVersionId!;
        await DeniedAsync(s => Editing.SaveAsync(s, id, d => d["TitlePart"]!["Title"] = "Taken over"));
        await DeniedAsync(s => s.GetRequiredService<DiscardDraft>().RunAsync(id, Cancel));
        await DeniedAsync(s => s.GetRequiredService<RemoveContentItem>().RunAsync(id, Cancel));
        await DeniedAsync(s => s.GetRequiredService<RestoreContentItem>().RunAsync(new(id, version), Cancel));
        await DeniedAsync(s => s.GetRequiredService<PublishContentItem>().RunAsync(id, Cancel));
    }

    [Fact]
    public async Task A_member_editor_cannot_write_in_the_name_of_another_organisation()
    {
        await DeniedAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("PolicyAnalysis", "en", Editing.Text("In a foreign name", organisation: "org-aktiv")), Cancel));
        var own = await AnalysisOfAsync("org-fiq");
        await DeniedAsync(s => Editing.SaveAsync(s, own, d => d["OrganisationPart"]!["Organisation"]!["LocalizationSets"]![0] = "org-aktiv"));
    }

    [Fact]
    public async Task A_member_editor_cannot_add_a_culture_to_a_set_of_another_and_so_change_what_it_shares()
    {
        var id = await AnalysisOfAsync("org-aktiv");
        await DeniedAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("PolicyAnalysis", "sq", Editing.Text("Përkthim i huaj", organisation: "org-fiq"), id), Cancel));
    }

    [Fact]
    public async Task A_member_editor_cannot_publish_what_only_network_editors_publish()
    {
        var id = await AnalysisOfAsync("org-fiq");
        await DeniedAsync(s => s.GetRequiredService<PublishContentItem>().RunAsync(id, Cancel));
        (await portal.AsAsync("nina", s => s.GetRequiredService<PublishContentItem>().RunAsync(id, Cancel))).Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("arta")]
    public async Task Who_may_not_write_at_all_creates_nothing(string user) =>
        (await portal.AsAsync(user, s => s.GetRequiredService<CreateContentItem>().RunAsync(new("Page", "en", Editing.Text("By a moderator")), Cancel))).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);

    async Task<string> AnalysisOfAsync(string organisation) =>
        (await portal.AsSystemAsync(s => s.GetRequiredService<CreateContentItem>().RunAsync(new("PolicyAnalysis", "en", Editing.Text("Of an organisation", organisation: organisation)), Cancel))).Value.ContentItemId;

    async Task DeniedAsync<T>(Func<IServiceProvider, Task<Result<T>>> act) => (await portal.AsAsync("fiq", act)).Problem!.Kind.ShouldBe(ProblemKind.Forbidden);
}
