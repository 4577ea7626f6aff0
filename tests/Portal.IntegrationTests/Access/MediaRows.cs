using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Media.Actions;
using Portal.Media.Models;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

/// <summary>Upon a picture and a folder of the network, and in the owner's own folder.</summary>
public sealed class MediaRows : IActionRows
{
    const Who Managers = NetworkEditor | Administrator, OwnFolder = Managers | MemberOfOwner | Who.OrganisationOwner;

    static readonly CancellationToken Cancel = CancellationToken.None;

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<UploadMedia>(OwnFolder, a => a.RunAsync(new(new MemoryStream("a;b"u8.ToArray()), "a.csv", WhoMayDoWhatTests.Owner), Cancel).ProblemAsync()),
        ActionRow.Of<ReplaceMedia>(Managers, async (a, db) => await a.RunAsync(new((await FileAsync(db)).Id, new MemoryStream("no picture"u8.ToArray()), "a.txt"), Cancel).ProblemAsync()),
        ActionRow.Of<DescribeMedia>(Managers | Translator, async (a, db) => await a.RunAsync(new((await FileAsync(db)).Id, null, "Table", new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "A table" }, false, null, null, 0.5, 0.5), Cancel).ProblemAsync()),
        ActionRow.Of<MoveMedia>(Managers, async (a, db) => await a.RunAsync(new([(await FileAsync(db)).Id], ""), Cancel).ProblemAsync()),
        ActionRow.Of<DeleteMedia>(Managers, async (a, db) => await a.RunAsync((await FileAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Without<RestoreMedia>("managing the file, as for DeleteMedia; it acts upon the bin, which is empty in the demo content: LibraryTests"),
        ActionRow.Of<CreateMediaFolder>(Managers, a => a.RunAsync(new("", "New"), Cancel).ProblemAsync()),
        ActionRow.Of<ChangeMediaFolder>(Managers, async (a, db) => await a.RunAsync(new((await FolderAsync(db)).Id, "Other", ""), Cancel).ProblemAsync()),
        ActionRow.Of<RemoveMediaFolder>(Managers, async (a, db) => await a.RunAsync((await FolderAsync(db)).Id, Cancel).ProblemAsync()),
        ActionRow.Without<TakeInMedia>("nobody: recipes, imported documents and a job call it"),
    ];

    static Task<MediaItem> FileAsync(PortalDb db) => db.MediaItems.AsNoTracking().SingleAsync(i => i.Path == "demo/pattern-table.svg");

    static Task<MediaFolder> FolderAsync(PortalDb db) => db.MediaFolders.AsNoTracking().SingleAsync(f => f.Path == "demo");
}
