using Microsoft.AspNetCore.Identity;
using Portal.Cms;

namespace Portal.Users;

/// <summary>Refusals that several actions share.</summary>
static class Refusal
{
    public static Problem NoSuchUser(string userName) => Problem.NotFound("There is no account with the name {0}.", userName);

    /// <returns>Null where the platform did what it was asked. What a person can get wrong was checked before, so what remains is somebody else's change.</returns>
    public static Problem? Of(IdentityResult result) => result.Succeeded ? null : Problem.Conflict("Somebody else changed this account meanwhile.");
}
