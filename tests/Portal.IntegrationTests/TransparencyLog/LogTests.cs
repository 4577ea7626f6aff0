using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Merkle;
using Portal.TransparencyLog.Models;
using Portal.Web;

namespace Portal.IntegrationTests.TransparencyLog;

public class LogTests
{
    protected virtual DatabaseKind Database => DatabaseKind.Sqlite;

    Task<TestPortal> StartAsync() => TestPortal.StartAsync(database: Database);

    [Fact]
    public async Task What_the_API_gives_for_a_receipt_proves_itself_from_the_words_up_to_the_signature()
    {
        await using var portal = await StartAsync();
        const string body = "Ка школи нема тротоара.";
        var receipt = await new ApiGuest(portal).ReceiptAsync(body);
        await portal.AppendAsync();

        var proof = await portal.ProofAsync(receipt);
        var (head, entry) = (proof["treeHead"]!, proof["entries"]!.AsArray().Single()!);
        var (salt, happened) = (Bytes(entry["salt"]), Bytes(entry["event"]));
        var leaf = TreeHash.Leaf(SHA256.HashData([.. salt, .. happened]));
        var checkpoint = Encoding.ASCII.GetString(Bytes(head["checkpoint"])).Split('\n');
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Bytes(proof["publicKey"]), out _);

        leaf.ToString().ShouldBe((string)entry["leafHash"]!);
        MerkleProof.Includes(leaf, (long)entry["leafIndex"]!, (long)head["size"]!, [.. entry["path"]!.AsArray().Select(Hash)], Hash(head["rootHash"])).ShouldBeTrue();
        key.VerifyData(Bytes(head["checkpoint"]), Bytes(head["signature"]), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
        checkpoint[1..3].ShouldBe([head["size"]!.ToString(), (string)head["rootHash"]!]);
        var said = JsonNode.Parse(happened)!;
        ((string)said["kind"]!, (string)said["day"]!, (string)said["state"]!).ShouldBe(("submission-received", "2026-06-15", "queued"));
        ((string)said["text"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
    }

    [Fact]
    public async Task A_log_grows_and_each_size_is_shown_to_be_the_beginning_of_the_next()
    {
        await using var portal = await StartAsync();
        await portal.AppendAsync();
        var heads = new List<JsonObject> { await portal.Client.ObjectAsync("/api/v1/log/tree-head") };
        for (var i = 0; i < 4; i++)
        {
            await portal.AsSystemAsync(async s =>
            {
                var work = s.GetRequiredService<Cms.Data.UnitOfWork>();
                return (await work.RunAsync<int>(() =>
                {
                    for (var n = 0; n < 150 + i; n++) s.GetRequiredService<CommitToLog>().Commit("test", new(2026, 6, 15), [1, 2, 3]);
                    return Task.FromResult<Cms.Result<int>>(0);
                }, TestContext.Current.CancellationToken)).Succeeded;
            });
            (await portal.AppendAsync()).ShouldBe(150 + i);
            heads.Add(await portal.Client.ObjectAsync("/api/v1/log/tree-head"));
        }

        for (var i = 1; i < heads.Count; i++)
        {
            for (var before = 0; before < i; before++)
            {
                var (first, second) = ((long)heads[before]["size"]!, (long)heads[i]["size"]!);
                var proof = await portal.Client.ObjectAsync($"/api/v1/log/consistency?first={first}&second={second}");
                MerkleProof.IsConsistent(first, Hash(heads[before]["rootHash"]), second, Hash(heads[i]["rootHash"]), [.. proof["path"]!.AsArray().Select(Hash)]).ShouldBeTrue();
            }
        }

        // A monitor recomputes the root from the entries alone.
        var growing = new GrowingTree();
        for (var next = "/api/v1/log/entries"; next is not null;)
        {
            var page = await portal.Client.ObjectAsync(next);
            foreach (var entry in page["entries"]!.AsArray()) growing.Append(Hash(entry!["leafHash"]));
            next = (string?)page["next"];
        }

        growing.Root().ShouldBe(Hash(heads[^1]["rootHash"]));
        var last = await portal.ReadAsync(db => db.LogEntries.OrderByDescending(e => e.Index).FirstAsync());
        var byLeaf = await portal.Client.ObjectAsync($"/api/v1/log/proof?leaf={Uri.EscapeDataString(last.LeafHash.ToString())}");
        MerkleProof.Includes(last.LeafHash, last.Index, growing.Size, [.. byLeaf["entries"]![0]!["path"]!.AsArray().Select(Hash)], growing.Root()).ShouldBeTrue();
        byLeaf["entries"]![0]!["salt"].ShouldBeNull();
    }

    [Fact]
    public async Task Appending_twice_at_once_appends_each_event_once()
    {
        await using var portal = await StartAsync();
        await using var node = await portal.BesideAsync();
        await portal.AppendAsync();
        for (var i = 0; i < 5; i++) await new ApiGuest(portal).ReceiptAsync($"Comment {i} of several.");

        var appended = await Task.WhenAll(portal.AppendAsync(), node.AppendAsync(), portal.AppendAsync());

        appended.Sum().ShouldBe(5);
        (await portal.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_whose_change_was_given_up_is_not_in_the_log()
    {
        await using var portal = await StartAsync();
        await portal.AppendAsync();
        await portal.AsSystemAsync(s => s.GetRequiredService<Cms.Data.UnitOfWork>().RunAsync<int>(() =>
        {
            s.GetRequiredService<CommitToLog>().Commit("test", new(2026, 6, 15), [1]);
            return Task.FromResult<Cms.Result<int>>(Cms.Problem.Conflict("Given up."));
        }, TestContext.Current.CancellationToken));

        (await portal.AppendAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_key_is_endorsed_by_the_old_one_and_signs_from_then_on()
    {
        await using var portal = await StartAsync();
        await portal.AppendAsync();
        var old = await File.ReadAllTextAsync(Path.Combine(portal.Folder, "log.key"), TestContext.Current.CancellationToken);
        var before = await portal.Client.ObjectAsync("/api/v1/log/tree-head");

        var rotated = await portal.AsSystemAsync(s => s.GetRequiredService<RotateLogKey>().RunAsync(TestContext.Current.CancellationToken));
        await new ApiGuest(portal).ReceiptAsync("Signed with the new key.");
        await portal.AppendAsync();

        var after = await portal.Client.ObjectAsync("/api/v1/log/tree-head");
        ((string)after["keyId"]!).ShouldBe(rotated.Value);
        ((string)after["logId"]!).ShouldBe((string)before["logId"]!);
        (await File.ReadAllTextAsync(Path.Combine(portal.Folder, "log.key"), TestContext.Current.CancellationToken)).ShouldNotBe(old, StringComparer.Ordinal);
        Directory.GetFiles(portal.Folder, "log.key*").ShouldHaveSingleItem();
        (await portal.VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_its_key_file_the_log_waits_and_makes_no_other_key()
    {
        await using var portal = await StartAsync();
        await portal.AppendAsync();
        var file = Path.Combine(portal.Folder, "log.key");
        File.Move(file, file + ".away");
        await new ApiGuest(portal).ReceiptAsync("Received while the key was away.");

        await Should.ThrowAsync<Portal.TransparencyLog.Signing.SigningKeyMissingException>(portal.AppendAsync);
        File.Exists(file).ShouldBeFalse();
        File.Move(file + ".away", file);
        (await portal.AppendAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_page_tells_the_holder_of_a_receipt_in_their_language_what_is_recorded()
    {
        await using var portal = await StartAsync();
        var citizen = new Participant(portal, "sq");
        var receipt = await citizen.ReceiptAsync("Drita e rrugës nuk punon.");

        (await CheckAsync(citizen, receipt)).QuerySelector("[role=status]")!.ClassList.ShouldContain("waiting", StringComparer.Ordinal);
        await portal.AppendAsync();
        var page = await CheckAsync(citizen, receipt);
        page.QuerySelector("[role=status]")!.ClassList.ShouldContain("published", StringComparer.Ordinal);
        page.QuerySelectorAll(".log-check li").ShouldHaveSingleItem().TextContent.ShouldContain("U mor një koment");

        await portal.TamperAsync("UPDATE \"SubmissionEvent\" SET \"Opening\" = \"Salt\"");
        (await CheckAsync(citizen, receipt)).QuerySelector("[role=status]")!.ClassList.ShouldContain("declined", StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_proof_downloads_by_a_form_and_is_the_one_of_the_API()
    {
        await using var portal = await StartAsync();
        var receipt = await new ApiGuest(portal).ReceiptAsync("A proof to keep.");
        await portal.AppendAsync();

        using var file = await portal.NewClient().PostFormAsync("/en/log/proof", [KeyValuePair.Create("receipt", receipt)]);

        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("proof.json");
        JsonNode.DeepEquals(await TestPortal.JsonAsync(file), await portal.ProofAsync(receipt)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_everybody_sees_is_kind_and_day_and_nothing_finer()
    {
        await using var portal = await StartAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(73));
        await new ApiGuest(portal).ReceiptAsync("Nobody is to know at which minute this came.", ("displayName", "Nobody"));
        await portal.AppendAsync();

        foreach (var address in new[] { "/api/v1/log/tree-head", "/api/v1/log/entries", "/en/log", "/en/log/heads.atom", "/api/v1/log/keys" })
        {
            using var answer = await portal.Client.AskAsync(address);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            text.ShouldNotContain("11:13", Case.Sensitive, address);
            text.ShouldNotContain("13:13", Case.Sensitive, address);
        }

        var entry = (await portal.Client.ObjectAsync("/api/v1/log/entries"))["entries"]![0]!.AsObject();
        entry.Select(m => m.Key).ShouldBe(["index", "leafHash", "kind", "day"]);

        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        var head = System.Xml.Linq.XDocument.Parse(await portal.Client.TextAsync("/en/log/heads.atom")).Root!.Elements(atom + "entry").First();
        head.Element(atom + "id")!.Value.ShouldStartWith("urn:transparency-log:");
        head.Element(atom + "content")!.Value.ShouldContain((string)(await portal.Client.ObjectAsync("/api/v1/log/tree-head"))["signature"]!, Case.Sensitive, "a feed reader holds what was signed, word for word");
    }

    [Theory]
    [InlineData("/api/v1/log/proof", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/log/proof?receipt=0000-0000", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/log/proof?leaf=abc", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/log/proof?leaf=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/log/proof?leaf=47DEQpj8HBSa%2B/TImW%2B5JCeuQeRkm5NMpJWZG3hSuFU=", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/log/consistency?first=0&second=3", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/log/consistency?first=4&second=3", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/log/consistency?first=1&second=1000000", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/log/entries?from=-1", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_is_refused_with_a_reason(string address, HttpStatusCode status)
    {
        await using var portal = await StartAsync();
        await portal.AppendAsync();
        using var answer = await portal.Client.AskAsync(address);
        await Asking.ProblemAsync(answer, status);
    }

    static async Task<IDocument> CheckAsync(Participant citizen, string receipt)
    {
        using var answer = await citizen.Browser.PostFormAsync("/sq/log", [KeyValuePair.Create("receipt", receipt)]);
        return await TestPortal.ParseAsync(answer);
    }

    static byte[] Bytes(JsonNode? base64) => Convert.FromBase64String((string)base64!);

    static Digest Hash(JsonNode? base64) => Digest.Of(Bytes(base64));
}

public sealed class LogTestsOnPostgres : LogTests
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}
