using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Settings;

namespace Portal.UnitTests.Site;

public class SettingFieldTests
{
    [Fact]
    public void A_value_is_written_beside_what_nobody_here_knows()
    {
        var settings = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["Moderation"] = new JsonObject { ["Unknown"] = 1 } };
        SettingPath.Write(settings, "Moderation.AlertAfterHours", 8);
        SettingPath.Write(settings, "A.B.C", "deep");
        settings["Moderation"]!.ToJsonString().ShouldBe("""{"Unknown":1,"AlertAfterHours":8}""");
        SettingPath.Read(settings, "A.B.C")!.ToString().ShouldBe("deep");
        SettingPath.Write(settings, "Moderation.AlertAfterHours", null);
        settings["Moderation"]!.ToJsonString().ShouldBe("""{"Unknown":1}""");
    }

    [Theory]
    [InlineData(TextKind.Email, "nobody", false)]
    [InlineData(TextKind.Email, "info@example.org", true)]
    [InlineData(TextKind.Web, "javascript:alert(1)", false)]
    [InlineData(TextKind.Web, "https://example.org/page", true)]
    [InlineData(TextKind.Site, "https://example.org/page", false)]
    [InlineData(TextKind.Site, "https://example.org/", true)]
    public void A_text_looks_like_what_it_is(TextKind kind, string typed, bool isRight) => (Errors(new TextSetting("A", "Label") { Kind = kind }, ("A", [typed])).Count == 0).ShouldBe(isRight);

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("12.5", false)]
    [InlineData("", true)]
    public void A_number_is_whole_and_within_its_limits(string typed, bool isRight) => (Errors(new NumberSetting("A", "Label", 1, 10, 4), ("A", [typed])).Count == 0).ShouldBe(isRight);

    [Fact]
    public void A_required_text_is_asked_for_in_every_language() =>
        Errors(new TextsSetting("A", "Label") { IsRequired = true }, ("A.sq", ["Emri"]), ("A.sr", ["Име"])).Select(e => e.Field).ShouldBe(["A.bs", "A.en"]);

    [Fact]
    public void Each_language_has_one_place()
    {
        var field = new CultureOrderSetting("A", "Label");
        Errors(field, ("A", ["sr", "sq", "sr-Latn", "bs", "en"])).ShouldBeEmpty();
        Errors(field, ("A", ["sr", "sr", "sr-Latn", "bs", "en"])).Count.ShouldBe(1);
    }

    static List<FieldError> Errors(SettingField field, params (string Name, string[] Values)[] typed)
    {
        var errors = new List<FieldError>();
        field.Read(new TypedSettings(typed.ToDictionary(t => t.Name, t => (IReadOnlyList<string>)t.Values, StringComparer.Ordinal)), errors);
        return errors;
    }
}
