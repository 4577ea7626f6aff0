using Microsoft.AspNetCore.OutputCaching;
using Portal.Cms.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Cms.Caching;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Cms.Display;

/// <summary>Fills in what the layout shows around every page, before the view runs: views ask no database.</summary>
public sealed class PageFrameFilter(PageFrame frame, Navigation navigation, SiteSettings settings, PageCaching caching, KeptViews views, TimeProvider clock) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        // The menus stand on every page, names of types and words of the interface in every feed: their changes end whatever is cached.
        caching.Tag(Tags.Settings, Tags.Definitions);
        if (context.Result is ViewResult)
        {
            var path = context.HttpContext.Request.Path.Value ?? "";
            var cancel = context.HttpContext.RequestAborted;
            frame.Culture = Culture.Current;
            frame.SiteName = await settings.SiteNameAsync(frame.Culture);
            frame.BaseUrl = await settings.BaseUrlAsync();
            frame.Words = await settings.WordsAsync(frame.Culture);
            frame.TimeZone = await settings.TimeZoneAsync();
            frame.CultureOrder = await settings.CultureOrderAsync();
            var admin = context.ActionDescriptor.EndpointMetadata.OfType<AdminAttribute>().FirstOrDefault();
            frame.Menu = await navigation.MenuAsync(admin is null ? Navigation.Main : Navigation.Admin, frame.Culture, admin?.Under ?? path, cancel);
            frame.FooterMenu = await navigation.MenuAsync(Navigation.Footer, frame.Culture, path, cancel);
            frame.Search = await navigation.MenuAsync(Navigation.Search, frame.Culture, path, cancel) is [var search, ..] ? search : null;
            views.Keep();
        }

        // Also of feeds and files. The cache takes the lifetime down when the first byte is written: its policy, asked when all is written, would come too late.
        if (caching.IsPublic && context.HttpContext.Features.Get<IOutputCacheFeature>() is { } kept) kept.Context.ResponseExpirationTimeSpan = caching.LifetimeAt(clock.UtcNow);

        await next();
    }
}
