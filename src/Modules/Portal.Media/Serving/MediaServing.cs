using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Portal.Cms.Display;
using Portal.Cms.Media;
using Portal.Media.Files;

namespace Portal.Media.Serving;

/// <summary>Serves the files of the library below <c>/media</c> and what is made of them below <c>/renditions</c>, to everybody and without asking who it is. Types that the platform does not know are not served; parts of a file can be asked for.</summary>
public static class MediaServing
{
    /// <summary>Whatever somebody uploaded: it runs no script and reaches nothing of this site.</summary>
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    const string ForEver = "public, max-age=31536000, immutable", AnHour = "public, max-age=3600";

    public static void UseMedia(this IApplicationBuilder app)
    {
        var store = app.ApplicationServices.GetRequiredService<MediaStore>();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(store.Root), RequestPath = "/media", OnPrepareResponse = Prepare });
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/renditions", StringComparison.Ordinal), renditions => renditions.Run(RenditionAsync));
    }

    static void Prepare(StaticFileResponseContext file)
    {
        var (request, headers) = (file.Context.Request, file.Context.Response.Headers);
        // An address with a version means one state of the file; without, the file as it is now.
        headers.CacheControl = request.Query.ContainsKey("v") ? ForEver : AnHour;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        if (MediaKind.OfExtension(request.Path.Value ?? "") is not { IsInline: true }) headers.ContentDisposition = "attachment";
    }

    static async Task RenditionAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (!Renditions.TryParse(request.Path.Value ?? "", out var version, out var rendition, out var path))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var catalogue = context.RequestServices.GetRequiredService<MediaCatalogue>();
        await catalogue.RefreshAsync(context.RequestAborted);
        if (catalogue.Find(path) is not { } facts) response.StatusCode = StatusCodes.Status404NotFound;
        // A page from before the file was replaced asks for the old one.
        else if (facts.Version != version) Lead(response, Renditions.Address(facts, rendition));
        else if (await context.RequestServices.GetRequiredService<RenditionMaker>().GetAsync(facts, rendition, context.RequestAborted) is { } file) await SendAsync(context, file, rendition);
        else if (rendition.IsCover) response.StatusCode = StatusCodes.Status404NotFound;
        else Lead(response, MediaUrl.Of(path, facts));
    }

    static void Lead(HttpResponse response, string address)
    {
        response.Headers.CacheControl = "no-store";
        response.Redirect(address);
    }

    static Task SendAsync(HttpContext context, string file, Rendition rendition)
    {
        context.Response.Headers.CacheControl = ForEver;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.PhysicalFile(file, rendition.Format == "webp" ? "image/webp" : "image/jpeg", lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)), enableRangeProcessing: true).ExecuteAsync(context);
    }
}
