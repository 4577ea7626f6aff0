using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Portal.IntegrationTests.Privacy;

/// <summary>Looks, at the end of each request, into the files in which the platform keeps large parts of a form while it lasts.</summary>
sealed class UploadBuffers(string word) : IStartupFilter
{
    int seen;

    /// <summary>How often a file held the word while its request lasted.</summary>
    public int Seen => seen;

    /// <summary>Files that hold it now.</summary>
    public IReadOnlyList<string> Left => Traces.FilesWith(Folder, word, "ASPNETCORE_*");

    /// <summary>Where the platform keeps them.</summary>
    static string Folder => Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            if (context.Request.HasFormContentType && context.Request.ContentLength > 64 * 1024) Interlocked.Add(ref seen, Left.Count);
        });
        next(app);
    };
}
