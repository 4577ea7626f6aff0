using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Lists;

/// <summary>The conditions and orders that lists, facets, feeds and pages which gather items share.</summary>
public static class ListConditions
{
    extension(IQueryable<ContentItemIndex> items)
    {
        /// <summary>Items of a type that may be shown by now.</summary>
        public IQueryable<ContentItemIndex> OfType(string contentType, DateTime now) => items.Where(i => i.ContentType == contentType && (i.ListedUtc == null || i.ListedUtc <= now));

        /// <summary>Items that may be shown by now.</summary>
        public IQueryable<ContentItemIndex> Shown(DateTime now) => items.Where(i => i.ListedUtc == null || i.ListedUtc <= now);

        /// <summary>Items that are published and may not be shown yet: a consultation before it is announced.</summary>
        public IQueryable<ContentItemIndex> NotYetShown(DateTime now) => items.Where(i => i.ListedUtc > now);

        /// <returns>When the next of them may be shown (UTC): a page that gathers them changes by itself then.</returns>
        public Task<DateTime?> NextShownAsync(DateTime now, CancellationToken cancel) => items.NotYetShown(now).MinAsync(i => i.ListedUtc, cancel);

        /// <param name="except">A filter to leave out: that of the facet being counted.</param>
        public IQueryable<ContentItemIndex> Matching(ListQuery query, PortalDb db, DateTime now, string? except = null)
        {
            foreach (var (key, value) in query.Filters.Where(f => f.Key != except))
            {
                items = key switch
                {
                    ListFilters.Kind => items.Where(i => i.Kind == value),
                    ListFilters.Band => items.Where(i => i.Band == value),
                    ListFilters.Year => items.InYear(int.Parse(value, CultureInfo.InvariantCulture)),
                    ListFilters.Organisation => items.Where(i => i.OrganisationSet == value),
                    ListFilters.Status => items.WithStatus(value, now),
                    _ => items.PointingTo(db, query.FieldOf(key), query.TargetsOf(key)),
                };
            }

            return items;
        }

        IQueryable<ContentItemIndex> InYear(int year) => items.Where(i => i.Year == year);

        IQueryable<ContentItemIndex> WithStatus(string status, DateTime now) => status switch
        {
            "upcoming" => items.Where(i => i.StartsUtc > now),
            "current" => items.Where(i => i.StartsUtc <= now && i.EndsUtc > now),
            _ => items.Where(i => i.EndsUtc <= now),
        };

        public IQueryable<ContentItemIndex> PointingTo(PortalDb db, string field, string target)
        {
            var references = db.ContentReferences;
            return items.Where(i => references.Any(r => r.LocalizationSet == i.LocalizationSet && r.Field == field && r.Target == target));
        }

        /// <summary>Items that point to any of these.</summary>
        public IQueryable<ContentItemIndex> PointingTo(PortalDb db, string field, IReadOnlyList<string> targets)
        {
            if (targets is [var one]) return items.PointingTo(db, field, one);
            var references = db.ContentReferences;
            return items.Where(i => references.Any(r => r.LocalizationSet == i.LocalizationSet && r.Field == field && targets.Contains(r.Target)));
        }

        public IQueryable<ContentItemIndex> InOrder(ListOrder order, Culture culture, DateTime now) => order switch
        {
            ListOrder.Alphabetical => culture.IsRendering ? items.OrderBy(i => i.LatinSortKey).ThenBy(i => i.ContentItemId) : items.OrderBy(i => i.SortKey).ThenBy(i => i.ContentItemId),
            ListOrder.Chronological => items.OrderBy(i => i.Day).ThenBy(i => i.ContentItemId),
            ListOrder.Schedule => items.OrderBy(i => i.EndsUtc > now ? 0 : 1).ThenBy(i => i.EndsUtc > now ? i.StartsUtc : null).ThenByDescending(i => i.StartsUtc).ThenBy(i => i.ContentItemId),
            _ => items.OrderByDescending(i => i.Day).ThenBy(i => i.ContentItemId),
        };
    }
}
