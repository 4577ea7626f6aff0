using System.Net;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

public sealed class GuestPrivacyTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task Nothing_that_a_guests_browser_says_of_itself_is_stored()
    {
        (string Name, string Value)[] marks =
        [
            ("User-Agent", "MarkedAgent/7.7"), ("X-Forwarded-For", "203.0.113.77"), ("X-Real-IP", "203.0.113.78"), ("Forwarded", "for=203.0.113.79"),
            ("Cookie", "marked=cookie-value-4711"), ("Referer", "http://localhost/marked-referrer"), ("Accept-Language", "sq;q=0.77"), ("X-Marked", "custom-header-value"),
        ];
        var citizen = new Participant(portal, "sq") { Headers = marks };
        var receipt = await citizen.ReceiptAsync("Fjalë pa gjurmë.", Participant.Section, ("email", "marked-author@example.org"));
        using var status = await citizen.AskReceiptAsync(receipt);
        status.StatusCode.ShouldBe(HttpStatusCode.OK);

        var dump = await TableDump.OfAsync(portal);
        dump.ShouldContain("Fjalë pa gjurmë.");
        foreach (var mark in new[] { "MarkedAgent", "203.0.113.7", "cookie-value-4711", "marked-referrer", "q=0.77", "custom-header-value" }) dump.ShouldNotContain(mark);
        // The address is there, but only for who has the portal's keys.
        dump.ShouldNotContain("marked-author");
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/sq/konsultime")]
    [InlineData("/en/consultations/community-safety-action-plan")]
    [InlineData("/en/analyses")]
    [InlineData("/en/organisations")]
    [InlineData("/en/receipt")]
    [InlineData("/en/no-such-page")]
    [InlineData("/")]
    public async Task A_guest_who_reads_gets_no_cookie(string path)
    {
        using var answer = await portal.Client.AskAsync(path);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_guest_who_comments_gets_no_cookie_at_any_step()
    {
        var citizen = new Participant(portal, "en");
        using var check = await citizen.PostAsync("check", new() { ["consultation"] = Participant.OpenConsultation, ["sectionId"] = Participant.Section, ["body"] = "Without a cookie." });
        using var sent = await citizen.SendAsync(await TestPortal.ParseAsync(check));
        using var receipt = await citizen.AskReceiptAsync(Participant.CodeOn(await TestPortal.ParseAsync(sent)));

        foreach (var answer in new[] { check, sent, receipt })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
    }
}
