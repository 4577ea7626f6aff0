using Microsoft.AspNetCore.Identity;
using Portal.Cms;

namespace Portal.Users;

/// <summary>Refusals that several actions share.</summary>
static class Refusal
{
    public static readonly Problem SignInFirst = Problem.Forbidden("Sign in first.");
    public static readonly Problem NoSuchAccount = Problem.NotFound("There is no such account.");
    public static readonly Problem LastAdministrator = Problem.Conflict("This is the last account that may do everything. Make another one first.");

    public static Problem NoSuchUser(string userName) => Problem.NotFound("There is no account with the name {0}.", userName);

    /// <returns>Null where the platform did what it was asked. What a person can get wrong was checked before, so what remains is somebody else's change.</returns>
    public static Problem? Of(IdentityResult result) => result.Succeeded ? null : Problem.Conflict("Somebody else changed this account meanwhile.");
}
