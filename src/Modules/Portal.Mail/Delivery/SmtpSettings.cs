namespace Portal.Mail.Delivery;

/// <summary>The mail server, from <c>Portal:Mail:Smtp</c>. Without a host, mails go to the pickup folder.</summary>
public sealed class SmtpSettings
{
    public const string Section = "Portal:Mail:Smtp";
    const int ImplicitTls = 465;

    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public string? User { get; set; }
    public string? Password { get; set; }
    /// <summary>The sender's address; also used for the pickup folder.</summary>
    public string? From { get; set; }

    public bool IsConfigured => !string.IsNullOrEmpty(Host);

    /// <summary>A server on the same machine is spoken to as it is; any other only after STARTTLS.</summary>
    public bool IsEncrypted => !(Host is "localhost" || (System.Net.IPAddress.TryParse(Host, out var address) && System.Net.IPAddress.IsLoopback(address)));

    /// <returns>What is wrong, for the operator; null = nothing.</returns>
    public string? Check()
    {
        if (!string.IsNullOrEmpty(From) && !Header.IsAddress(From)) return $"{Section}:From is not an e-mail address.";
        if (!IsConfigured) return null;
        if (Port == ImplicitTls) return $"{Section}:Port is 465, which expects TLS from the first byte; that is not supported. Use the server's port for STARTTLS, usually 587.";
        if (Port is < 1 or > 65535) return $"{Section}:Port is not a port number.";
        if (string.IsNullOrEmpty(From)) return $"{Section}:From is missing: the address that mails come from.";
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password)) return $"{Section}:User and {Section}:Password belong together.";
        return null;
    }
}
