using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Organisations.Indexes;
using Portal.Organisations.Models;

namespace Portal.Organisations.Queries;

public sealed record OrganisationRow(string Name, string ShortName, string Municipality, string Href);

public sealed record OrganisationGroup(string Kind, IReadOnlyList<OrganisationRow> Organisations);

/// <param name="Elsewhere">How many organisations are described in other cultures only.</param>
public sealed record OrganisationListView(IReadOnlyList<OrganisationGroup> Groups, int Elsewhere);

/// <summary>All organisations of a culture by kind, in the culture's alphabetical order. Two queries.</summary>
public sealed class OrganisationList(PortalDb db)
{
    public async Task<OrganisationListView> RunAsync(Culture culture, CancellationToken cancel)
    {
        var here = db.OrganisationIndex.AsNoTracking().Where(o => o.Culture == culture.ContentCode);
        var rows = await (culture.IsRendering ? here.OrderBy(o => o.LatinSortKey) : here.OrderBy(o => o.SortKey)).ToListAsync(cancel);
        var all = await db.OrganisationIndex.Select(o => o.LocalizationSet).Distinct().CountAsync(cancel);

        var known = rows.ToLookup(o => OrganisationKinds.All.Contains(o.Kind, StringComparer.Ordinal) ? o.Kind : "", StringComparer.Ordinal);
        return new([.. from kind in OrganisationKinds.All.Append("")
                       where known.Contains(kind)
                       select new OrganisationGroup(kind, [.. known[kind].Select(Row)])], all - rows.Count);

        OrganisationRow Row(OrganisationIndex o) => new(culture.Render(o.Name), culture.Render(Organisation.AbbreviationOf(o.Name, o.ShortName)), culture.Render(o.Municipality), $"/{culture.Code}/{o.Path}");
    }
}
