namespace Portal.Benchmarks;

/// <summary>The least that Kestrel can do: a minimal endpoint that answers with bytes from memory.</summary>
static class BareServer
{
    public static async Task RunAsync(string folder, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            app.MapMethods("/" + Path.GetFileName(file), ["GET", "POST"], async (HttpContext context) =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.ContentLength = bytes.Length;
                await context.Response.Body.WriteAsync(bytes);
            });
        }

        await app.RunAsync();
    }
}
