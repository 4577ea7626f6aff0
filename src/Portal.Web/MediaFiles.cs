using Microsoft.Extensions.FileProviders;
using Portal.Cms.Data;

namespace Portal.Web;

/// <summary>Serves the files of the media folder below <c>/media</c>. Types that the platform does not know are not served.</summary>
static class MediaFiles
{
    public static void UseMedia(this WebApplication app)
    {
        var folder = app.Services.GetRequiredService<DataFolder>().Folder("media");
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            RequestPath = "/media",
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.CacheControl = "public, max-age=3600";
                // Whatever somebody uploaded: it runs no script and reaches nothing of this site.
                file.Context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            },
        });
    }
}
