using Portal.AuditTrail.Actions;
using Portal.Contents.Actions;
using Portal.Contents.Models;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

/// <summary>Kept views of the editors' list, and how long the audit trail is kept.</summary>
public sealed class ContentsRows : IActionRows
{
    static readonly CancellationToken Cancel = CancellationToken.None;

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<SaveListView>(NetworkEditor | Administrator, a => a.RunAsync(new("For everybody", new() { State = "Draft" }, IsShared: true), Cancel).ProblemAsync()),
        ActionRow.Of<DeleteListView>(NetworkEditor | Administrator, async (a, db) =>
        {
            db.SavedListViews.Add(new() { Id = "everybodys", UserId = "somebody else", Name = "For everybody", Query = "?state=Draft", IsShared = true });
            await db.SaveChangesAsync(Cancel);
            return await a.RunAsync("everybodys", Cancel).ProblemAsync();
        }),
        ActionRow.Of<SaveRetention>(Administrator, a => a.RunAsync(365, Cancel).ProblemAsync()),
    ];
}
