using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Contents.Models;

namespace Portal.UnitTests.Contents;

public class ContentListInputTests
{
    static readonly ContentTypes Types = new([new ContentTypeDefinition("Page", "Page")]);

    [Fact]
    public void Nothing_asked_for_means_the_first_twenty_of_everything()
    {
        var input = ContentListInput.Read(null, "", null, "", Types).Value;

        input.ShouldBe(new ContentListInput(null, null, 1, 20));
    }

    [Fact]
    public void Latin_Serbian_is_a_culture_one_can_ask_for() => ContentListInput.Read("Page", "sr-Latn", "2", "100", Types).Value.Culture.ShouldBe(Culture.SrLatn);

    [Theory]
    [InlineData("pageSize", null, null, null, "0")]
    [InlineData("pageSize", null, null, null, "101")]
    [InlineData("pageSize", null, null, null, "ten")]
    [InlineData("page", null, null, "-1", null)]
    [InlineData("page", null, null, "101", "100")]
    [InlineData("page", null, null, "99999999999999", null)]
    [InlineData("culture", null, "SQ", null, null)]
    [InlineData("culture", null, "de", null, null)]
    [InlineData("type", "Submission", null, null, null)]
    public void What_cannot_be_asked_for_is_named(string field, string? type, string? culture, string? page, string? pageSize) =>
        ContentListInput.Read(type, culture, page, pageSize, Types).Problem!.Errors.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public void The_last_item_within_the_limit_can_be_listed() => ContentListInput.Read(null, null, "100", "100", Types).Succeeded.ShouldBeTrue();
}
