namespace Portal.Users.Models;

public static class AccountTags
{
    /// <summary>Accounts, their roles or their API tokens changed.</summary>
    public const string Accounts = "accounts";
}
