namespace Portal.Mail.Models;

/// <summary>A plain-text mail to one person.</summary>
/// <param name="To">The address alone, without a name.</param>
/// <param name="Subject">In the recipient's language.</param>
/// <param name="Text">In the recipient's language; a footer that says who sent it is added.</param>
/// <param name="Culture">Culture code of the recipient's language.</param>
public sealed record MailMessage(string To, string Subject, string Text, string Culture);
