using System.Text;
using Portal.Cms.Data;
using Portal.Mail.Delivery;

namespace Portal.UnitTests.Mail;

public sealed class PreparedMailTests
{
    static readonly PreparedMail Mail = new("id1", "no-reply@forum.example", "Forum \"for\" Security", "mira@example.org", "Odluka o komentaru\r\nBcc: x@example.org", "Poštovani,\nvaš komentar je objavljen.", "bs", new(2026, 3, 29, 1, 59, 59, TimeSpan.Zero));

    [Fact]
    public void A_mail_is_utf_8_with_its_own_message_id_and_no_header_too_many()
    {
        var (headers, body) = Parts(Mail);
        headers.ShouldBe(
        [
            "From: \"Forum for Security\" <no-reply@forum.example>", "To: <mira@example.org>", "Subject: Odluka o komentaru Bcc: x@example.org", "Date: Sun, 29 Mar 2026 01:59:59 +0000",
            "Message-ID: <id1@forum.example>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "Content-Language: bs", "Auto-Submitted: auto-generated",
        ]);
        body.ShouldBe("Poštovani,\r\nvaš komentar je objavljen.\r\n");
    }

    [Fact]
    public void A_line_too_long_for_mail_goes_as_base64()
    {
        var text = new string('ж', 2000);
        var (headers, body) = Parts(Mail with { Text = text });
        headers.ShouldContain("Content-Transfer-Encoding: base64", StringComparer.Ordinal);
        body.Split("\r\n").ShouldAllBe(line => line.Length <= 76);
        Encoding.UTF8.GetString(Convert.FromBase64String(body)).ShouldBe(text);
    }

    [Fact]
    public async Task The_pickup_folder_holds_one_file_however_often_it_is_delivered()
    {
        var root = Directory.CreateTempSubdirectory("portal-mail-");
        var pickup = new PickupFolder(new DataFolder(root.FullName));
        await pickup.SendAsync(Mail, CancellationToken.None);
        await pickup.SendAsync(Mail, CancellationToken.None);
        Directory.GetFiles(Path.Combine(root.FullName, PickupFolder.Name)).Select(Path.GetFileName).ShouldBe(["id1.eml"]);
        root.Delete(recursive: true);
    }

    [Theory]
    [InlineData(null, 587, null, null, true)]
    [InlineData("mail.example.org", 587, "no-reply@example.org", null, true)]
    [InlineData("mail.example.org", 465, "no-reply@example.org", null, false)]
    [InlineData("mail.example.org", 587, null, null, false)]
    [InlineData("mail.example.org", 587, "no-reply@example.org", "user", false)]
    public void Settings_that_cannot_work_are_refused_at_the_start(string? host, int port, string? from, string? user, bool works) =>
        (new SmtpSettings { Host = host, Port = port, From = from, User = user }.Check() is null).ShouldBe(works);

    static (string[] Headers, string Body) Parts(PreparedMail mail)
    {
        var text = Encoding.UTF8.GetString(mail.ToBytes());
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (text[..end].Split("\r\n"), text[(end + 4)..]);
    }
}
