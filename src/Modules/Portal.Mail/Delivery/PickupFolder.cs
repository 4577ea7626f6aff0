using Portal.Cms.Data;

namespace Portal.Mail.Delivery;

/// <summary>Puts each mail as a file into <c>mail/</c> of the data folder, for a mail server on the same machine to pick up, or for a person to look at.</summary>
public sealed class PickupFolder(DataFolder data) : IMailTransport
{
    public const string Name = "mail";

    public async Task SendAsync(PreparedMail mail, CancellationToken cancel)
    {
        var folder = data.Folder(Name);
        var file = Path.Combine(folder, mail.Id + ".eml");
        // Whoever picks up must never see half a mail; and a repeated delivery writes the same file again.
        var draft = file + ".part";
        await File.WriteAllBytesAsync(draft, mail.ToBytes(), cancel);
        File.Move(draft, file, overwrite: true);
    }
}
