using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Privacy;

/// <summary>Looks for words in everything that a portal keeps.</summary>
static class Traces
{
    /// <summary>What the worker does until nothing is left to do.</summary>
    public static async Task DeliverAsync(TestPortal portal)
    {
        while (await portal.Services.GetRequiredService<OutboxWorker>().DeliverDueAsync(TestContext.Current.CancellationToken) > 0) { }
    }

    /// <returns>Names of the files of the data folder, the database and its write-ahead log among them, that hold these bytes or are called so.</returns>
    public static IReadOnlyList<string> FilesWith(string folder, string word, string pattern = "*") =>
        [.. Directory.EnumerateFiles(folder, pattern, new EnumerationOptions { RecurseSubdirectories = pattern == "*", AttributesToSkip = FileAttributes.ReparsePoint }).Where(file => Path.GetFileName(file).Contains(word, StringComparison.OrdinalIgnoreCase) || Holds(file, word)).Select(f => Path.GetRelativePath(folder, f))];

    /// <returns>Mails in the pickup folder that hold the word, readable or as base64.</returns>
    public static IReadOnlyList<string> MailsWith(string folder, string word)
    {
        var mails = Directory.CreateDirectory(Path.Combine(folder, "mail"));
        return [.. mails.GetFiles().Select(f => Plain(File.ReadAllText(f.FullName))).Where(m => m.Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    static string Plain(string mail)
    {
        var body = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return mail.Contains("Content-Transfer-Encoding: base64", StringComparison.Ordinal) ? mail[..body] + Encoding.UTF8.GetString(Convert.FromBase64String(mail[body..])) : mail;
    }

    static bool Holds(string file, string word)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Encoding.Latin1.GetString(memory.GetBuffer(), 0, (int)memory.Length).Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
