namespace Portal.Cms.Security;

/// <summary>Lets a module take part when an account goes: it takes away what would still say who that was. Runs in the transaction that deletes the account.</summary>
public interface IAccountHandler
{
    /// <param name="userId">Id of the account, which still exists.</param>
    Task DeletingAsync(string userId, CancellationToken cancel);
}
