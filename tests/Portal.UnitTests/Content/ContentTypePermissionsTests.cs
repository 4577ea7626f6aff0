using Portal.Cms.Content;
using Portal.Cms.Security;

namespace Portal.UnitTests.Content;

/// <summary>Which permission of a type comes with which other.</summary>
public sealed class ContentTypePermissionsTests
{
    static readonly ContentTypePermissions Permissions = new(new([new ContentTypeDefinition("Law", "Law"), new ContentTypeDefinition("Notice", "Notice").PublishedByMembers()]));

    [Fact]
    public void Each_type_has_its_own_by_Orchard_Cores_names() =>
        Permissions.Permissions.Where(p => p.Category == "Law").Select(p => p.Name).ShouldBe(["Publish_Law", "PublishOwn_Law", "Edit_Law", "EditOwn_Law", "Delete_Law", "DeleteOwn_Law", "View_Law"]);

    [Theory]
    [InlineData("PublishContent", "Publish_Law PublishOwn_Law Edit_Law EditOwn_Law View_Law Publish_Notice PublishOwn_Notice Edit_Notice EditOwn_Notice View_Notice ListContent")]
    [InlineData("EditContent", "Edit_Law EditOwn_Law View_Law Edit_Notice EditOwn_Notice View_Notice ListContent")]
    [InlineData("EditOwnContent", "EditOwn_Law EditOwn_Notice ListContent")]
    [InlineData("PublishOwnContent", "EditOwn_Law EditOwn_Notice PublishOwn_Notice ListContent")]
    [InlineData("DeleteOwnContent", "DeleteOwn_Law DeleteOwn_Notice")]
    [InlineData("ViewContent", "View_Law View_Notice")]
    [InlineData("Publish_Law", "Publish_Law PublishOwn_Law Edit_Law EditOwn_Law View_Law ListContent")]
    [InlineData("PublishOwn_Law", "PublishOwn_Law EditOwn_Law ListContent")]
    [InlineData("EditOwn_Notice", "EditOwn_Notice ListContent")]
    public void Who_has_one_has_these(string granted, string has) =>
        Permissions.Permissions.Where(p => p.GrantedBy().Contains(granted, StringComparer.Ordinal)).Select(p => p.Name).ShouldBe(has.Split(' '), ignoreOrder: true);

    [Fact]
    public void Of_a_type_that_no_module_knows_only_those_who_publish_anything_publish() =>
        Permissions.Of("Unknown").PublishOwn.GrantedBy().ShouldBe(["PublishOwn_Unknown", "Publish_Unknown", "PublishContent"]);
}
