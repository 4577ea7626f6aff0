using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Operation;

/// <summary>How much, and how slowly, one connection may ask of the real server.</summary>
public sealed class RequestSizeTests(ServedDemo demo) : IClassFixture<ServedDemo>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/en/receipt", "application/x-www-form-urlencoded", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/api/v1/tickets", "application/json", HttpStatusCode.RequestEntityTooLarge)]
    // Here the token of the form is looked for first, and not found.
    [InlineData("/sign-in", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    public async Task A_body_of_more_than_a_megabyte_is_refused(string path, string type, HttpStatusCode status)
    {
        using var body = new StringContent("receipt=" + new string('x', 1024 * 1024));
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await demo.Portal.Client.PostAsync(new Uri(path, UriKind.Relative), body, Cancel);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Headers_that_are_too_large_or_too_many_and_addresses_that_are_too_long_are_refused()
    {
        (await AskAsync($"GET /en HTTP/1.1\r\nHost: {demo.Portal.Address.Authority}\r\nX-Large: {new string('x', 17 * 1024)}\r\n\r\n")).ShouldStartWith("HTTP/1.1 431");
        (await AskAsync($"GET /en HTTP/1.1\r\nHost: {demo.Portal.Address.Authority}\r\n{string.Concat(Enumerable.Range(0, 70).Select(i => $"X-{i}: 1\r\n"))}\r\n")).ShouldStartWith("HTTP/1.1 431");
        (await AskAsync($"GET /en?{new string('x', 9 * 1024)} HTTP/1.1\r\nHost: {demo.Portal.Address.Authority}\r\n\r\n")).ShouldStartWith("HTTP/1.1 414");
        (await AskAsync("GET /en HTTP/1.1\r\nHost: one\r\nHost: two\r\n\r\n")).ShouldStartWith("HTTP/1.1 400");
        (await AskAsync($"POST /en/receipt HTTP/1.1\r\nHost: {demo.Portal.Address.Authority}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")).ShouldStartWith("HTTP/1.1 400");
    }

    /// <summary>In the machine's temporary folder it would outlive a power cut.</summary>
    [Fact]
    public async Task What_is_being_uploaded_lies_in_the_data_folder_and_not_beyond_its_request()
    {
        var folder = Path.Combine(demo.Portal.Folder, "uploads");
        const string Part = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"photo.png\"\r\n\r\n";
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(IPAddress.Loopback, demo.Portal.Address.Port, Cancel);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /en/submission/check HTTP/1.1\r\nHost: {demo.Portal.Address.Authority}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n{Part}{new string('x', 200_000)}"), Cancel);
            await UntilAsync(() => Directory.GetFiles(folder).Length == 1);
        }

        // Hung up in the middle of it.
        await UntilAsync(() => Directory.GetFiles(folder).Length == 0);

        static async Task UntilAsync(Func<bool> happened)
        {
            for (var attempt = 0; !happened(); attempt++)
            {
                attempt.ShouldBeLessThan(400);
                await Task.Delay(50, Cancel);
            }
        }
    }

    [Fact]
    public async Task Who_sends_a_byte_now_and_then_holds_no_place_for_long()
    {
        var host = $"Host: {demo.Portal.Address.Authority}\r\n";
        var ends = await Task.WhenAll(
            AskAsync($"GET /en HTTP/1.1\r\n{host}X-Slow: ", drip: "x"),
            AskAsync($"POST /en/receipt HTTP/1.1\r\n{host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nreceipt=", drip: "x"));
        // Told so, or hung up on.
        foreach (var end in ends) (end.Length == 0 || end.StartsWith("HTTP/1.1 408", StringComparison.Ordinal) || end.StartsWith("HTTP/1.1 400", StringComparison.Ordinal)).ShouldBeTrue(end);
    }

    /// <summary>Sends bytes as they are, then a little every second, until the server ends it.</summary>
    /// <returns>What it answered; nothing where it hung up.</returns>
    async Task<string> AskAsync(string request, string? drip = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(45));
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, demo.Portal.Address.Port, patience.Token);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), patience.Token);
        var answer = new byte[1024];
        var reading = stream.ReadAsync(answer, patience.Token).AsTask();
        try
        {
            while (drip is not null && await Task.WhenAny(reading, Task.Delay(1000, patience.Token)) != reading) await stream.WriteAsync(Encoding.ASCII.GetBytes(drip), patience.Token);
            return Encoding.ASCII.GetString(answer, 0, await reading);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
