using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

/// <summary>The mails that a portal has sent.</summary>
public sealed partial class Mailbox(TestPortal portal)
{
    /// <summary>Delivers what waits; every mail so far, in readable letters, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        while (await portal.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(TestContext.Current.CancellationToken) > 0) { }
        var folder = Path.Combine(portal.Folder, "mail");
        return Directory.Exists(folder) ? [.. new DirectoryInfo(folder).GetFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc).Select(f => Plain(File.ReadAllText(f.FullName)))] : [];
    }

    /// <returns>Path of the newest link to pages below this one, such as <c>confirm</c>.</returns>
    public async Task<string> LinkAsync(string below) =>
        (await ReadAsync()).Select(mail => Regex.Match(mail, $@"http://localhost(/[a-zA-Z-]+/{below}/[A-Za-z0-9_-]+)", RegexOptions.None, TimeSpan.FromSeconds(5))).Last(m => m.Success).Groups[1].Value;

    public async Task<int> CountAsync(string address) => (await ReadAsync()).Count(mail => mail.Contains($"To: <{address}>", StringComparison.Ordinal));

    static string Plain(string mail)
    {
        var (head, body) = (mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)], mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        if (head.Contains("Content-Transfer-Encoding: base64", StringComparison.Ordinal)) body = Encoding.UTF8.GetString(Convert.FromBase64String(body));
        return Words().Replace(head, m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["bytes"].Value))) + "\n\n" + body;
    }

    [GeneratedRegex(@"=\?utf-8\?B\?(?<bytes>[A-Za-z0-9+/=]+)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Words();
}
