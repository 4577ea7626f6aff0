namespace Portal.Users.Models;

public static class AccountTags
{
    /// <summary>Accounts, their roles or their API tokens changed.</summary>
    public const string Accounts = "accounts";

    /// <summary>One account, or who is signed in with it, changed.</summary>
    public static string Of(string userId) => "account:" + userId;
}
