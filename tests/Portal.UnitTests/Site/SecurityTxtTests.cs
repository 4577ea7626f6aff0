using System.Text.Json.Nodes;
using Portal.Site;

namespace Portal.UnitTests.Site;

public sealed class SecurityTxtTests
{
    [Fact]
    public void It_says_whom_to_tell_until_when_and_in_which_languages() =>
        SecurityTxt.Text(new JsonObject { ["Contact"] = new JsonArray("mailto:security@example.org", "https://example.org/report"), ["Expires"] = "2027-06-30", ["Policy"] = "https://example.org/policy" }, "https://forum.example.org")
            .ShouldBe("""
                Contact: mailto:security@example.org
                Contact: https://example.org/report
                Expires: 2027-06-30T00:00:00Z
                Preferred-Languages: sq, sr, bs, en
                Policy: https://example.org/policy
                Canonical: https://forum.example.org/.well-known/security.txt

                """.ReplaceLineEndings("\n"));

    [Fact]
    public void Without_contact_or_date_there_is_none()
    {
        SecurityTxt.Text(null, "").ShouldBeNull();
        SecurityTxt.Text(new JsonObject { ["Contact"] = "mailto:security@example.org" }, "").ShouldBeNull();
        SecurityTxt.Text(new JsonObject { ["Expires"] = "2027-06-30" }, "").ShouldBeNull();
    }

    [Fact]
    public void No_setting_begins_a_line_of_its_own() =>
        SecurityTxt.Text(new JsonObject { ["Contact"] = "mailto:a@example.org\nContact: mailto:b@example.org", ["Expires"] = "2027-06-30" }, "").ShouldBeNull();
}
