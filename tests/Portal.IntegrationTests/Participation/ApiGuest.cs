using System.Net;
using System.Text.Json.Nodes;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

/// <summary>A program that speaks for a guest, without a token of its own.</summary>
public sealed class ApiGuest(TestPortal portal)
{
    public const string Consent = "2026-2";

    public async Task<string> TicketAsync(string? section = Participant.Section, string set = Participant.OpenConsultation)
    {
        using var response = await portal.Client.PostObjectAsync("/api/v1/tickets", new { consultationId = set, sectionId = section });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (string)(await TestPortal.JsonAsync(response))["ticket"]!;
    }

    /// <summary>Sends a comment that is in order but for the changes; a null takes a field away.</summary>
    public async Task<HttpResponseMessage> SendAsync(string body, string? ticket = null, string set = Participant.OpenConsultation, string? section = Participant.Section, params (string Name, JsonNode? Value)[] changes)
    {
        var fields = new JsonObject { ["culture"] = "en", ["sectionId"] = section, ["body"] = body, ["consent"] = Consent, ["ticket"] = ticket ?? await TicketAsync(section, set) };
        foreach (var (name, value) in changes) fields[name] = value;
        return await portal.Client.PostObjectAsync($"/api/v1/consultations/{set}/submissions", fields);
    }

    public async Task<string> ReceiptAsync(string body, params (string Name, JsonNode? Value)[] changes)
    {
        using var response = await SendAsync(body, changes: changes);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (string)(await TestPortal.JsonAsync(response))["receipt"]!;
    }
}
