using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Users;

/// <summary>Pages of accounts have no culture in their path: the picker on them remembers the choice on this device and comes back.</summary>
public static class AccountPages
{
    public static IReadOnlyList<Alternate> InEveryCulture(HttpRequest request) => [.. Culture.All.Select(c => new Alternate(c, Address(request), Exists: true))];

    public static string In(Culture culture, HttpRequest request) => $"/choose-culture?culture={culture.Code}&to={Uri.EscapeDataString(Address(request))}";

    /// <summary>This page, without the culture that a link carried here: the choice is to count.</summary>
    static string Address(HttpRequest request)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != CultureRouting.QueryKey).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? "")));
        return request.Path + query.ToQueryString();
    }
}
