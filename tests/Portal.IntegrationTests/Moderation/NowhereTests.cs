using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Moderation;

/// <summary>What moderators kept from publication stands in no page, feed, answer of the API, search, mail, preview, kept page or export, whatever way it went.</summary>
public sealed class NowhereTests
{
    /// <summary>A word that is nowhere else, per way that a text can go.</summary>
    static readonly (string Word, Func<ModerationDesk, string, Task> Way)[] Ways =
    [
        ("Qzwaiting", (_, _) => Task.CompletedTask),
        ("Qzdeclined", (desk, id) => desk.DecidedAsync("arta", id, Step.Decline, "insult", "Qzdeclined in a note.")),
        ("Qzescalated", async (desk, id) => (await desk.EscalateAsync("arta", id)).Problem.ShouldBeNull()),
        ("Qzappealed", async (desk, id) => { await desk.DecidedAsync("arta", id, Step.Decline, "insult"); await desk.AppealAsync(id); }),
        ("Qzupheld", async (desk, id) => { await desk.DecidedAsync("arta", id, Step.Decline, "insult"); await desk.AppealAsync(id); await desk.DecidedAsync("mira", id, Step.Uphold, note: "No."); }),
        ("Qzhidden", async (desk, id) => { await desk.DecidedAsync("arta", id, Step.Publish); await desk.ReportAsync(id, "personal-data", "Qzhidden in a report."); }),
        ("Qzredacted", (desk, id) => desk.DecidedAsync("arta", id, Step.Redact, "names-a-person", null, null, new TextSpan(0, "Qzredacted".Length))),
        ("Qzreopened", async (desk, id) => { await desk.DecidedAsync("arta", id, Step.Decline, "spam"); await desk.ReopenAsync("arta", id); }),
        ("Qzreported", async (desk, id) =>
        {
            await desk.DecidedAsync("arta", id, Step.Redact, "names-a-person", null, null, new TextSpan(0, "Qzreported".Length));
            await desk.ReportAsync(id, "insult");
        }),
    ];

    [Fact]
    public async Task It_stands_nowhere()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = new ModerationDesk(portal);
        var ids = new List<string>();
        foreach (var (word, way) in Ways)
        {
            // Pages are kept in memory before the decision, and must not come from there after it.
            foreach (var path in Pages) await portal.Client.TextAsync(path);
            var id = await desk.ReceiveAsync($"{word} and other words.", ("displayName", $"{word} {word}"), ("email", "author@example.org"));
            ids.Add(id);
            await way(desk, id);
        }

        var everything = new StringBuilder();
        foreach (var path in Pages.Concat(ids.SelectMany(id => new[] { $"/en/comment/{id}", $"/en/comment/{id}/report", $"/api/v1/content/{id}" })).Concat(Ways.SelectMany(w => new[] { $"/en/search?q={w.Word}", $"/api/v1/search?q={w.Word}&culture=en" }))) everything.Append(await PlainAsync(portal, path));
        await portal.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(TestContext.Current.CancellationToken);
        foreach (var mail in Directory.EnumerateFiles(Path.Combine(portal.Folder, "mail"), "*.eml")) everything.Append(Bodies(await File.ReadAllTextAsync(mail, TestContext.Current.CancellationToken)));
        var text = everything.ToString();
        text.ShouldContain("other words");

        // A name of what is published with a passage hidden is public: its author gave it for that.
        foreach (var (word, _) in Ways.Where(w => w.Word is not ("Qzredacted" or "Qzreported"))) text.ShouldNotContain(word);
        foreach (var (word, _) in Ways.Where(w => w.Word is "Qzredacted" or "Qzreported")) text.ShouldNotContain($"{word} and other");
        var audit = await portal.ReadAsync(db => db.AuditTrail.Select(a => a.Properties).ToListAsync(TestContext.Current.CancellationToken));
        string.Concat(audit).ShouldNotContain("Qz");
        (await portal.ReadAsync(db => db.ContentItems.CountAsync(i => ids.Contains(i.ContentItemId), TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    static readonly string[] Pages =
    [
        "/sq", "/sr", "/sr-Latn", "/bs", "/en", "/en/consultations", "/en/consultations/feed.atom", "/sq/konsultime/plani-i-veprimit-per-sigurine", "/sr/konsultacije/akcioni-plan-za-bezbednost", "/sr-Latn/konsultacije/akcioni-plan-za-bezbednost",
        "/bs/konsultacije/akcioni-plan-za-sigurnost", "/en/consultations/community-safety-action-plan", "/en/consultations/community-safety-action-plan?page=2", "/en/consultations/community-safety-action-plan/moderation",
        "/sitemap.xml", "/api/openapi.json", "/api/v1/content?pageSize=100", "/api/v1/content/consultation-safety-action-plan?culture=en", $"/api/v1/consultations/{Participant.OpenConsultation}?culture=en",
        $"/api/v1/consultations/{Participant.OpenConsultation}/moderation", $"/api/v1/consultations/{Participant.OpenConsultation}/moderation.csv",
        $"/en/follow/{Participant.OpenConsultation}/feed.atom", "/en/feed.atom", "/en/log", "/en/log/heads.atom", "/api/v1/log/entries", $"/en/questionnaire/{Participant.OpenConsultation}", $"/en/consultation-text/{Participant.OpenConsultation}/versions", "/en/opensearch.xml", "/robots.txt",
    ];

    /// <summary>What was asked for comes back in the field of a search, and is no finding.</summary>
    static async Task<string> PlainAsync(TestPortal portal, string path)
    {
        var text = await portal.Client.TextAsync(path);
        return path.Contains("search?q=", StringComparison.Ordinal) ? string.Concat((await portal.PageAsync(path)).QuerySelectorAll("main li, main article").Select(e => e.TextContent)) : text;
    }

    /// <summary>A mail with whatever of it is base64 or quoted-printable in plain letters, but without the moderator's note, which is for its reader.</summary>
    static string Bodies(string mail)
    {
        var decoded = string.Concat(mail.Split("\n\n").Select(part =>
        {
            try { return Encoding.UTF8.GetString(Convert.FromBase64String(part.ReplaceLineEndings("").Trim())); }
            catch (FormatException) { return part; }
        }));
        return decoded.Replace("Qzdeclined in a note.", "", StringComparison.Ordinal);
    }
}
