using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Accounts;

/// <summary>A mail as its reader finds it.</summary>
public sealed partial record Letter(string To, string Subject, string Text, string Language)
{
    /// <summary>Path and query of the link in it.</summary>
    public string Link => Address().Match(Text) is { Success: true } found ? found.Groups["path"].Value : throw new InvalidOperationException($"No link in: {Text}");

    [GeneratedRegex(@"http://localhost(?<path>/\S+code=\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

/// <summary>What the portal sent: the pickup folder.</summary>
public static class Mailbox
{
    /// <summary>Delivers what waits, and gives what came since the last look.</summary>
    public static async Task<IReadOnlyList<Letter>> LettersAsync(this TestPortal portal)
    {
        // The request for a letter is a message itself, and the letter another.
        while (await portal.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(TestContext.Current.CancellationToken) > 0) { }
        var folder = Directory.CreateDirectory(Path.Combine(portal.Folder, "mail"));
        var letters = new List<Letter>();
        foreach (var file in folder.GetFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc))
        {
            letters.Add(Read(await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken)));
            file.Delete();
        }

        return letters;
    }

    static Letter Read(string mail)
    {
        var parts = mail.Split("\r\n\r\n", 2);
        string Header(string name) => Regex.Match(parts[0], $"^{name}: (.*(?:\r\n .*)*)", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Groups[1].Value.Trim();
        var text = Header("Content-Transfer-Encoding") == "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])) : parts[1];
        return new(Header("To").Trim('<', '>'), Header("Subject"), text, Header("Content-Language"));
    }
}
