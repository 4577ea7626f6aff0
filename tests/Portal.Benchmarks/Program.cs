using System.Globalization;
using Portal.Benchmarks;

// "bare FOLDER URL" is the measuring stick: Kestrel alone, answering with the bytes in the folder.
if (args is ["bare", var bytes, var url])
{
    await BareServer.RunAsync(bytes, url);
    return 0;
}

if (args is not [var portal])
{
    await Console.Error.WriteLineAsync("Usage: Portal.Benchmarks PUBLISHED_PORTAL_FOLDER (see bench.sh)");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await new BenchmarkRun(portal).RunAsync();
return 0;
