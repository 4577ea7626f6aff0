using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.IntegrationTests.Hosting;
using Portal.Moderation.Models;

namespace Portal.IntegrationTests.Participation;

public sealed class TicketTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;
    readonly ApiGuest guest = new(shared.Portal);

    [Fact]
    public async Task The_same_form_sent_again_gives_the_same_receipt_and_adds_nothing()
    {
        var citizen = new Participant(portal, "sq");
        var check = await citizen.CheckAsync("Dërguar dy herë.");

        using var first = await citizen.SendAsync(check);
        using var second = await citizen.SendAsync(check);

        var code = Participant.CodeOn(await TestPortal.ParseAsync(first));
        code.Length.ShouldBe(34);
        Participant.CodeOn(await TestPortal.ParseAsync(second)).ShouldBe(code);
        (await RowsAsync("Dërguar dy herë.")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_ticket_with_another_text_is_a_conflict_and_adds_nothing()
    {
        var ticket = await guest.TicketAsync();
        using var first = await guest.SendAsync("The first text.", ticket);
        using var second = await guest.SendAsync("Another text under the same ticket.", ticket);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Asking.ProblemAsync(second, HttpStatusCode.Conflict);
        (await RowsAsync("Another text under the same ticket.")).ShouldBe(0);
    }

    [Fact]
    public async Task On_the_web_another_text_under_a_used_ticket_is_kept_on_a_page_that_can_send_it()
    {
        var citizen = new Participant(portal, "en");
        var check = await citizen.CheckAsync("Sent from the first window.");
        using var first = await citizen.SendAsync(check);
        using var conflict = await citizen.SendAsync(check, ("body", "Changed after going back."));

        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var resent = await citizen.SendAsync(await TestPortal.ParseAsync(conflict));
        resent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RowsAsync("Changed after going back.")).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-ticket")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_forged_ticket_is_refused(string forged)
    {
        using var answer = await guest.SendAsync("With a forged ticket.", forged);
        (await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest))["errors"]!["ticket"].ShouldNotBeNull();
        (await RowsAsync("With a forged ticket.")).ShouldBe(0);
    }

    [Fact]
    public async Task A_ticket_with_one_letter_changed_is_refused()
    {
        var ticket = (await guest.TicketAsync()).ToCharArray();
        ticket[40] = ticket[40] == 'A' ? 'B' : 'A';
        using var answer = await guest.SendAsync("With a ticket that was tampered with.", new string(ticket));
        await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_ticket_for_one_section_does_not_serve_another()
    {
        var ticket = await guest.TicketAsync("plan-s3");
        using var answer = await guest.SendAsync("Meant for another section.", ticket);
        (await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest))["errors"]!["ticket"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_ticket_for_one_consultation_does_not_serve_another()
    {
        var ticket = await guest.TicketAsync(null, Participant.ClosedConsultation);
        using var answer = await guest.SendAsync("Meant for another consultation.", ticket, section: null);
        (await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest))["errors"]!["ticket"].ShouldNotBeNull();
    }

    [Fact]
    public async Task An_expired_ticket_is_refused_with_the_text_kept_and_a_fresh_one_beside_it()
    {
        await using var own = await TestPortal.StartAsync();
        var citizen = new Participant(own, "en");
        var check = await citizen.CheckAsync("Written over a long night.");
        own.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));

        using var late = await citizen.SendAsync(check);
        late.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var again = await citizen.SendAsync(await TestPortal.ParseAsync(late));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_with_a_token_for_submissions_needs_no_ticket()
    {
        var program = await portal.ProgramAsync("nina", "submissions");
        using var answer = await program.PostObjectAsync($"/api/v1/consultations/{Participant.OpenConsultation}/submissions", new { culture = "bs", body = "Predato bez karte.", consent = ApiGuest.Consent });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        ((string)(await TestPortal.JsonAsync(answer))["state"]!).ShouldBe("queued");
    }

    [Fact]
    public async Task A_token_of_another_scope_does_not_replace_the_ticket()
    {
        var program = await portal.ProgramAsync("arta", "moderation");
        using var answer = await program.PostObjectAsync($"/api/v1/consultations/{Participant.OpenConsultation}/submissions", new { culture = "bs", body = "Predato s pogrešnim žetonom.", consent = ApiGuest.Consent });
        await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest);
    }

    Task<int> RowsAsync(string body) => portal.ReadAsync(db => db.SubmissionVersions.CountAsync(v => v.Body == body, TestContext.Current.CancellationToken));
}
