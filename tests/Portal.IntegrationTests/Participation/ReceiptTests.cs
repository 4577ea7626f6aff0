using System.Net;
using AngleSharp.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

public sealed class ReceiptTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task A_receipt_is_found_however_its_code_is_typed()
    {
        var citizen = new Participant(portal, "sr-Latn");
        var code = await citizen.ReceiptAsync("Predato latinicom.");

        foreach (var typed in new[] { code, code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), code.Replace('-', ' '), $"  {code} ", code.Replace('0', 'O').Replace('1', 'I'), code.Replace('0', 'o').Replace('1', 'l') })
        {
            using var web = await citizen.AskReceiptAsync(typed);
            web.StatusCode.ShouldBe(HttpStatusCode.OK, typed);
            using var api = await portal.Client.AskAsync($"/api/v1/receipts/{Uri.EscapeDataString(typed)}");
            api.StatusCode.ShouldBe(HttpStatusCode.OK, typed);
        }
    }

    [Fact]
    public async Task A_mistyped_code_is_said_to_be_mistyped_and_stays_in_the_field()
    {
        var citizen = new Participant(portal, "en");
        var code = await citizen.ReceiptAsync("The code will be mistyped.");
        var wrong = (code[0] == 'A' ? 'B' : 'A') + code[1..];

        using var answer = await citizen.AskReceiptAsync(wrong);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await TestPortal.ParseAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("mistyped");
        page.QuerySelector("#receipt")!.GetAttribute("value").ShouldBe(wrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("'; DROP TABLE Submission; --")]
    public async Task What_is_no_code_is_not_found(string typed)
    {
        using var web = await new Participant(portal, "en").AskReceiptAsync(typed);
        web.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        if (typed.Length == 0) return;
        using var api = await portal.Client.AskAsync($"/api/v1/receipts/{Uri.EscapeDataString(typed)}");
        await Asking.ProblemAsync(api, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_with_a_receipt_are_kept_nowhere_and_name_themselves_to_nobody()
    {
        var citizen = new Participant(portal, "en");
        using var sent = await citizen.SendAsync(await citizen.CheckAsync("About headers."));
        var code = Participant.CodeOn(await TestPortal.ParseAsync(sent));
        using var found = await citizen.AskReceiptAsync(code);
        using var wrong = await citizen.AskReceiptAsync("0000");
        using var api = await portal.Client.AskAsync($"/api/v1/receipts/{code}");

        foreach (var answer in new[] { sent, found, wrong, api }) answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        foreach (var answer in new[] { sent, found, wrong }) answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task The_code_stands_in_no_address_that_a_page_with_it_leads_to()
    {
        var citizen = new Participant(portal, "en");
        using var sent = await citizen.SendAsync(await citizen.CheckAsync("About addresses."));
        sent.Headers.Location.ShouldBeNull();
        var page = await TestPortal.ParseAsync(sent);
        var code = Participant.CodeOn(page);
        var shown = await citizen.ReceiptPageAsync(code);

        foreach (var element in page.All.Concat(shown.All))
        {
            foreach (var attribute in element.Attributes.Where(a => a.Name is "href" or "src" or "action" or "formaction"))
            {
                attribute.Value.Replace("-", "", StringComparison.Ordinal).ShouldNotContain(code[..4] + code[5..9]);
            }
        }
    }

    [Fact]
    public async Task The_database_holds_no_receipt_code()
    {
        var code = await new Participant(portal, "en").ReceiptAsync("Stored without its code.", Participant.Section, ("email", "author@example.org"));
        var dump = await TableDump.OfAsync(portal);
        dump.ShouldContain("Stored without its code.");
        dump.ShouldNotContain(code);
        dump.ShouldNotContain(code.Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_receipt_page_tells_the_state_in_the_readers_language()
    {
        var code = await new Participant(portal, "sq").ReceiptAsync("Gjendja në shqip.");
        (await new Participant(portal, "sq").ReceiptPageAsync(code)).QuerySelector(".state")!.TextContent.ShouldBe("Në pritje të moderimit");
        (await new Participant(portal, "sr").ReceiptPageAsync(code)).QuerySelector(".state")!.TextContent.ShouldBe("Чека модерацију");
    }
}
