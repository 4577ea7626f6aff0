using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Models;

namespace Portal.Contents.Actions;

/// <summary>Keeps what somebody is typing, in place of what was kept of the same form.</summary>
/// <remarks>Not in the audit trail: it changes nothing that anybody else can see, and it happens every few seconds.</remarks>
public sealed class KeepUnsavedWork(UnitOfWork work, PortalDb db, CurrentUser user, ContentTypePermissions permissions, TimeProvider clock)
{
    /// <summary>Forms that are kept for one person; the oldest give way.</summary>
    public const int MostForms = 50;

    const int LongestName = 200;

    /// <param name="Form">Which form; see <see cref="UnsavedWork.Form"/>.</param>
    /// <param name="Json">What stands in the inputs.</param>
    public sealed record Input(string Form, string Json, Guid Stamp, Guid SetStamp);

    /// <returns>When it was kept (UTC).</returns>
    public Task<Result<DateTime>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<DateTime>(async () =>
    {
        user.Demand(permissions.ListContent);
        if (user.Id is not { } id) return CurrentUser.NotAllowed;
        if (input.Form.Length is 0 or > LongestName || !ContentText.IsStorable(input.Form)) return ContentStore.NoSuchItem;
        if (!ContentText.IsStorable(input.Json)) return Problem.Invalid("", "The text contains a character that cannot be stored.");

        var now = clock.UtcNow;
        if (await db.UnsavedWork.FindAsync([id, input.Form], cancel) is not { } row)
        {
            row = new() { UserId = id, Form = input.Form, Json = "" };
            db.UnsavedWork.Add(row);
            var oldest = await db.UnsavedWork.Where(w => w.UserId == id).OrderByDescending(w => w.KeptUtc).Skip(MostForms - 1).ToListAsync(cancel);
            db.UnsavedWork.RemoveRange(oldest);
        }

        (row.Json, row.Stamp, row.SetStamp, row.KeptUtc) = (input.Json, input.Stamp, input.SetStamp, now);
        return now;
    }, cancel);
}
