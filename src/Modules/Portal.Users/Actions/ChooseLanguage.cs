using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Users.Actions;

/// <summary>A person chooses the language of the interface and of mail; null = as the browser asks.</summary>
public sealed class ChooseLanguage(UnitOfWork work, PortalDb db, CurrentUser me, AuditTrail audit)
{
    public Task<Result<User>> RunAsync(string? culture, CancellationToken cancel) => work.RunAsync<User>(async () =>
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == me.Id, cancel) is not { } user) return Problem.Forbidden("Sign in first.");
        if (culture is not null && !Culture.TryFrom(culture, out _)) return Problem.Invalid("culture", "Languages are: {0}.", string.Join(", ", Culture.All));

        user.Culture = culture;
        audit.Record("User", "LanguageChosen", user.Id);
        return user;
    }, cancel);
}
