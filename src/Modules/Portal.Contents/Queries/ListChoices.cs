using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Models;

namespace Portal.Contents.Queries;

/// <param name="MayDelete">The person's own, or one for everybody and the person a network editor.</param>
public sealed record KeptView(string Id, string Name, string Query, bool IsShared, bool MayDelete);

/// <param name="States">Those that modules know.</param>
/// <param name="Types">Name and what it is called, in the order of the person's language.</param>
public sealed record ListChoicesView(IReadOnlyList<(string Name, string Title)> Types, IReadOnlyList<ContentName> Organisations, IReadOnlyList<KeptView> Views, bool MayShare, IReadOnlyList<ListState> States)
{
    readonly Dictionary<string, string> titles = Types.ToDictionary(t => t.Name, t => t.Title, StringComparer.Ordinal);

    public string TitleOf(string type) => titles.GetValueOrDefault(type) ?? type;
}

/// <summary>What the editors' list can be narrowed down by: every type, those that came by recipe too, organisations, and the views that were kept. One query.</summary>
public sealed class ListChoices(PortalDb db, ContentTypes types, ContentNames names, IEnumerable<IListStates> states, CurrentUser user, IStringLocalizer text)
{
    public async Task<ListChoicesView> RunAsync(CancellationToken cancel)
    {
        var (me, shares) = (user.Id, user.May(ContentPermissions.PublishContent));
        var views = await db.SavedListViews.AsNoTracking().Where(v => v.UserId == me || v.IsShared).ToListAsync(cancel);
        var order = StringComparer.Create(Culture.Current.FormatCulture, ignoreCase: true);
        return new(
            [.. types.All.Where(t => t.IsListable).Select(t => (t.Name, t.NameIn(Culture.Current, text))).OrderBy(t => t.Item2, order)],
            user.May(ContentPermissions.EditContent) ? [.. (await names.AllAsync("Organisation", Culture.Current, cancel)).OrderBy(n => n.Short, order)] : [],
            [.. views.OrderBy(v => v.Name, order).Select(v => new KeptView(v.Id, v.Name, v.Query, v.IsShared, v.UserId == me || shares))], shares, [.. states.SelectMany(s => s.States)]);
    }
}
