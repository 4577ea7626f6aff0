using Portal.Cms.Data;

namespace Portal.Mail.Delivery;

/// <summary>Puts each mail as a file into <c>mail/</c> of the data folder, for a mail server on the same machine to pick up, or for a person to look at.</summary>
/// <remarks>The name of a file is <c>ID.eml</c>, or <c>ID.ABOUT.eml</c> where the mail is about something that may be erased.</remarks>
public sealed class PickupFolder(DataFolder data) : IMailTransport
{
    public const string Name = "mail";

    public async Task SendAsync(PreparedMail mail, CancellationToken cancel)
    {
        var file = Path.Combine(data.Folder(Name), $"{mail.Id}{(IsName(mail.About) ? $".{mail.About}" : "")}.eml");
        // Whoever picks up must never see half a mail; and a repeated delivery writes the same file again.
        var draft = file + ".part";
        await File.WriteAllBytesAsync(draft, mail.ToBytes(), cancel);
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>Deletes what nobody has picked up yet about something that was erased.</summary>
    public void DeleteAbout(string id)
    {
        if (!IsName(id)) return;
        foreach (var file in Directory.EnumerateFiles(data.Folder(Name), $"*.{id}.eml")) File.Delete(file);
    }

    /// <summary>Deletes what has lain there since before an instant (UTC), half a mail too.</summary>
    public void DeleteWrittenBefore(DateTime utc)
    {
        foreach (var file in new DirectoryInfo(data.Folder(Name)).EnumerateFiles().Where(f => f.LastWriteTimeUtc < utc)) file.Delete();
    }

    static bool IsName(string? id) => !string.IsNullOrEmpty(id) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
