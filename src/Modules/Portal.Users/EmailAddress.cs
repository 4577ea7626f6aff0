using System.Net.Mail;
using Portal.Cms;

namespace Portal.Users;

/// <summary>What counts as an e-mail address: one that can be written to, alone, without a name.</summary>
static class EmailAddress
{
    /// <summary>In UTF-16 units; longer ones cannot be written to.</summary>
    public const int Longest = 254;

    public static FieldError? Check(string field, string email) =>
        email.Length > Longest || !MailAddress.TryCreate(email.Trim(), out var address) || address.Address != email.Trim() ? new(field, "This is not an e-mail address.") : null;
}
