using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Participation;

/// <summary>Guests have no session, so a form is judged by where the browser says it comes from.</summary>
public sealed class CrossSiteTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://foreign.example")]
    [InlineData("Origin", "http://localhost:8080")]
    public async Task A_form_from_a_foreign_page_is_refused_at_every_step(string header, string value)
    {
        var own = new Participant(portal, "en");
        var check = await own.CheckAsync("Sent from a foreign page.");
        var foreign = new Participant(portal, "en") { Headers = [(header, value)] };

        using var checking = await foreign.PostAsync("check", new() { ["consultation"] = Participant.OpenConsultation, ["body"] = "Sent from a foreign page." });
        using var sending = await foreign.SendAsync(check);
        using var receipt = await foreign.AskReceiptAsync("0000");
        using var ticket = await portal.Client.PostObjectAsync("/api/v1/tickets", new { consultationId = Participant.OpenConsultation }, (header, value));

        checking.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        sending.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        receipt.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Asking.ProblemAsync(ticket, HttpStatusCode.Forbidden);
        (await portal.ReadAsync(db => db.SubmissionVersions.CountAsync(v => v.Body == "Sent from a foreign page.", TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "null")]
    public async Task A_form_from_this_sites_own_page_is_taken_in(string header, string value)
    {
        var citizen = new Participant(portal, "en") { Headers = [(header, value)] };
        using var answer = await citizen.SendAsync(await citizen.CheckAsync($"From our own page, {value}."));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_newer_header_counts_before_the_older_one()
    {
        var citizen = new Participant(portal, "en") { Headers = [("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost")] };
        using var answer = await citizen.PostAsync("check", new() { ["consultation"] = Participant.OpenConsultation, ["body"] = "x" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
