using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Moderation;

public sealed class MailTests
{
    [Theory]
    [InlineData("sq", "Komenti me adresë.", "Komenti juaj")]
    [InlineData("sr", "Коментар са адресом.", "коментар")]
    [InlineData("bs", "Komentar s adresom.", "komentar")]
    [InlineData("en", "A comment with an address.", "Your comment was not published.")]
    public async Task An_author_who_left_an_address_is_told_the_decision_in_the_language_of_the_comment(string culture, string body, string words)
    {
        await using var portal = await TestPortal.StartAsync();
        await new Participant(portal, culture).ReceiptAsync(body, Participant.Section, ("email", "author@example.org"));
        await (await Moderator.Async(portal)).DecideAsync(body, "decline", "spam", "A note from the moderator.");

        var waiting = await portal.ReadAsync(db => db.Outbox.Select(m => m.Payload).ToListAsync(TestContext.Current.CancellationToken));
        waiting.Count.ShouldBe(2);
        waiting.ShouldAllBe(p => !p.Contains("author", StringComparison.OrdinalIgnoreCase) && !p.Contains("note", StringComparison.OrdinalIgnoreCase));

        await portal.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(TestContext.Current.CancellationToken);

        var mails = Directory.GetFiles(Path.Combine(portal.Folder, "mail"), "*.eml").Select(f => TextOf(File.ReadAllText(f))).ToList();
        mails.Count.ShouldBe(2);
        mails.ShouldAllBe(m => m.Contains("author@example.org", StringComparison.Ordinal));
        var decision = mails.Single(m => m.Contains("A note from the moderator.", StringComparison.Ordinal));
        decision.ShouldContain(words);
        decision.ShouldNotContain(body);
        (await portal.ReadAsync(db => db.Outbox.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task Every_outcome_is_told_to_its_author_with_what_it_means_and_what_can_be_done()
    {
        await using var portal = await TestPortal.StartAsync();
        var desk = new ModerationDesk(portal);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var who in new[] { "published", "hidden", "merged", "upheld", "reversed", "kept" }) ids[who] = await desk.ReceiveAsync($"A comment that is {who}.", ("email", $"{who}@example.org"));
        await desk.DecidedAsync("arta", ids["published"], Step.Publish);
        await desk.DecidedAsync("arta", ids["hidden"], Step.Redact, "personal-data", null, null, new TextSpan(0, 9));
        await desk.DecidedAsync("arta", ids["merged"], Step.Merge, mergeInto: ids["published"]);
        foreach (var who in new[] { "upheld", "reversed" })
        {
            await desk.DecidedAsync("arta", ids[who], Step.Decline, "off-topic");
            await desk.AppealAsync(ids[who]);
        }

        await desk.DecidedAsync("mira", ids["upheld"], Step.Uphold, note: "It is about another town.");
        await desk.DecidedAsync("mira", ids["reversed"], Step.Reverse);
        await desk.DecidedAsync("arta", ids["kept"], Step.Publish);
        await desk.ReportAsync(ids["kept"], "insult");
        await desk.DecidedAsync("mira", ids["kept"], Step.Keep);

        var mails = await new Mailbox(portal).ReadAsync();
        Told("published").ShouldHaveSingleItem().ShouldContain("Your comment was published.");
        Told("hidden").ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.ShouldContain("a part of it is hidden"), m => m.ShouldContain("Reason: "), m => m.ShouldContain("you can appeal once"), m => m.ShouldNotContain("A comment that"));
        Told("merged").ShouldHaveSingleItem().ShouldContain("yours is kept and counted");
        Told("upheld")[1].ShouldSatisfyAllConditions(m => m.ShouldContain("the first decision stands"), m => m.ShouldContain("It is about another town."), m => m.ShouldNotContain("you can appeal"));
        Told("reversed")[1].ShouldContain("you were right");
        Told("kept").Count.ShouldBe(1, "What changes nothing for the author is no news to them.");

        List<string> Told(string who) => [.. mails.Where(m => m.Contains($"To: <{who}@", StringComparison.Ordinal) && !m.Contains("This is your receipt", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task An_author_without_an_address_is_written_to_by_nobody()
    {
        await using var portal = await TestPortal.StartAsync();
        await new ApiGuest(portal).ReceiptAsync("No address left.");
        await (await Moderator.Async(portal)).DecideAsync("No address left.", "publish");
        (await portal.ReadAsync(db => db.Outbox.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    /// <summary>A mail with its base64 parts in plain letters.</summary>
    static string TextOf(string mail) => mail + Regex.Replace(mail, "^(?:[A-Za-z0-9+/=]{4,}\r?\n?)+", m =>
    {
        try { return Encoding.UTF8.GetString(Convert.FromBase64String(m.Value.ReplaceLineEndings(""))); }
        catch (FormatException) { return m.Value; }
    }, RegexOptions.Multiline, TimeSpan.FromSeconds(5)) + QuotedPrintable(mail);

    static string QuotedPrintable(string mail)
    {
        var joined = mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);
        return Regex.Replace(joined, "(?:=[0-9A-F]{2})+", m => Encoding.UTF8.GetString(Convert.FromHexString(m.Value.Replace("=", "", StringComparison.Ordinal))), RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
