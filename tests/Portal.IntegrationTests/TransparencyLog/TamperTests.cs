using System.Net;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;
using Portal.Web;

namespace Portal.IntegrationTests.TransparencyLog;

/// <summary>What somebody with the password of the database does past the portal is found out, and named.</summary>
public class TamperTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    const string Received = "The street lamps have been dark since March.", Declined = "This one is declined.", Redacted = "Commander Example of the example police is to blame.";

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_tampered_with_and_every_change_is_named()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        var guest = new ApiGuest(portal);
        foreach (var body in new[] { Received, Declined, Redacted }) await guest.ReceiptAsync(body, ("displayName", "A neighbour"));
        var arta = await Moderator.Async(portal);
        await arta.DecideAsync(Declined, "decline", "off-topic", "This is about another street.");
        await arta.RedactAsync(Redacted, "names-a-person", "Commander Example");

        (await portal.VerifyAsync()).ShouldSatisfyAllConditions(r => r.Faults.ShouldBeEmpty(), r => r.Pending.ShouldBeGreaterThan(4));
        (await portal.AppendAsync()).ShouldBeGreaterThan(4);
        var sound = await portal.VerifyAsync();
        sound.Faults.ShouldBeEmpty();
        sound.Opened.ShouldBe(sound.Entries);

        await FindsAsync("UPDATE \"SubmissionVersion\" SET \"Body\" = 'Everything is fine.' WHERE \"Body\" LIKE 'The street lamps%'", $"UPDATE \"SubmissionVersion\" SET \"Body\" = '{Received}' WHERE \"Body\" = 'Everything is fine.'", "text of submission");
        await FindsAsync("UPDATE \"Submission\" SET \"DisplayName\" = 'The mayor' WHERE \"DisplayName\" = 'A neighbour'", "UPDATE \"Submission\" SET \"DisplayName\" = 'A neighbour' WHERE \"DisplayName\" = 'The mayor'", "name, place or language");
        await FindsAsync("UPDATE \"Submission\" SET \"State\" = 'Published' WHERE \"State\" = 'Declined' AND \"DisplayName\" = 'A neighbour'", "UPDATE \"Submission\" SET \"State\" = 'Declined' WHERE \"State\" = 'Published' AND \"DisplayName\" = 'A neighbour'", "is published in the database, declined in its newest event");
        await FindsAsync("UPDATE \"SubmissionDecision\" SET \"Reason\" = 'spam' WHERE \"Note\" LIKE 'This is about another%'", "UPDATE \"SubmissionDecision\" SET \"Reason\" = 'off-topic' WHERE \"Note\" LIKE 'This is about another%'", "the decision on submission");
        await FindsAsync("UPDATE \"SubmissionDecision\" SET \"Redactions\" = '0,9' WHERE \"Redactions\" = '0,17'", "UPDATE \"SubmissionDecision\" SET \"Redactions\" = '0,17' WHERE \"Redactions\" = '0,9'", "the decision on submission");
        await FindsAsync("UPDATE \"LogEntry\" SET \"Day\" = '2020-01-01' WHERE \"Index\" = 3", "UPDATE \"LogEntry\" SET \"Day\" = '2026-06-15' WHERE \"Index\" = 3", "Entry 3:");
        await FindsAsync("UPDATE \"LogEntry\" SET \"Kind\" = 'submission-withdrawn' WHERE \"Index\" = 2", "UPDATE \"LogEntry\" SET \"Kind\" = 'submission-received' WHERE \"Index\" = 2 AND \"Kind\" = 'submission-withdrawn'", "Entry 2:");
        await FindsAsync("UPDATE \"SubmissionEvent\" SET \"Salt\" = NULL, \"Opening\" = NULL WHERE \"Id\" = 1", null, "no entry records that it was erased");

        async Task FindsAsync(string change, string? back, string named)
        {
            (await portal.TamperAsync(change)).ShouldBeGreaterThan(0, change);
            (await portal.VerifyAsync()).Faults.ShouldContain(f => f.Contains(named, StringComparison.Ordinal), change);
            if (back is null) return;
            await portal.TamperAsync(back);
            (await portal.VerifyAsync()).Faults.ShouldBeEmpty(back);
        }
    }

    [Theory]
    [InlineData("DELETE FROM \"LogEntry\" WHERE \"Index\" = 4", "Entry 4: it is missing")]
    [InlineData("DELETE FROM \"LogEntry\" WHERE \"Index\" = (SELECT MAX(\"Index\") FROM \"LogEntry\")", "Head of size")]
    [InlineData("DELETE FROM \"LogHead\"", "no head is signed")]
    [InlineData("DELETE FROM \"SubmissionEvent\" WHERE \"Kind\" = 'decided' AND \"SubmissionId\" = (SELECT MIN(\"SubmissionId\") FROM \"SubmissionDecision\")", "nothing in the database belongs to it any more")]
    [InlineData("DELETE FROM \"Submission\" WHERE \"Id\" = (SELECT MIN(\"SubmissionId\") FROM \"SubmissionDecision\")", "is gone")]
    [InlineData("DELETE FROM \"SubmissionVersion\" WHERE \"SubmissionId\" = (SELECT MIN(\"SubmissionId\") FROM \"SubmissionDecision\")", "is gone")]
    [InlineData("DELETE FROM \"SubmissionDecision\" WHERE \"SubmissionId\" = (SELECT MIN(\"SubmissionId\") FROM \"SubmissionDecision\")", "the decision on submission")]
    [InlineData("DELETE FROM \"LogKey\"", "is not recorded")]
    [InlineData("UPDATE \"LogNode\" SET \"Index\" = \"Index\" + 1", null)]
    public async Task Nothing_is_taken_away_unnoticed(string change, string? named)
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        await portal.AppendAsync();
        var changed = await portal.TamperAsync(change);
        if (named is null && changed == 0) return;
        (await portal.VerifyAsync()).Faults.ShouldContain(f => named == null || f.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_that_was_rewritten_with_all_its_hashes_still_lacks_the_signature()
    {
        await using var portal = await TestPortal.StartAsync(database: Database);
        await portal.AppendAsync();
        await portal.TamperAsync("UPDATE \"LogHead\" SET \"Day\" = '2020-01-01'");
        (await portal.VerifyAsync()).Faults.ShouldContain(f => f.Contains("signature is not valid", StringComparison.Ordinal));
    }
}

public sealed class TamperTestsOnPostgres : TamperTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
