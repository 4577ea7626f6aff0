using System.Globalization;
using Portal.Benchmarks;

// "bare FOLDER URL" is the measuring stick: Kestrel alone, answering with the bytes in the folder.
if (args is ["bare", var bytes, var url])
{
    await BareServer.RunAsync(bytes, url);
    return 0;
}

if (args is not [var portal, ..] || args.Length is not (1 or 3) || (args.Length == 3 && args[1] != "--only"))
{
    await Console.Error.WriteLineAsync("Usage: Portal.Benchmarks PUBLISHED_PORTAL_FOLDER [--only PART_OF_A_NAME] (see bench.sh)");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var only = args.ElementAtOrDefault(2) ?? "";
if (only is not ("crowd" or "search" or "list of editors" or "transparency log" or "answers" or "editor saves")) await new BenchmarkRun(portal, only).RunAsync();
if ("crowd".Contains(only, StringComparison.OrdinalIgnoreCase)) await new CrowdBenchmark(portal).RunAsync();
if ("search".Contains(only, StringComparison.OrdinalIgnoreCase)) await new SearchBenchmark(portal).RunAsync();
if ("list of editors".Contains(only, StringComparison.OrdinalIgnoreCase)) await new EditorsListBenchmark(portal).RunAsync();
if ("editor saves".Contains(only, StringComparison.OrdinalIgnoreCase)) await new EditorSaveBenchmark(portal).RunAsync();
if ("transparency log".Contains(only, StringComparison.OrdinalIgnoreCase)) await new LogBenchmark(portal).RunAsync();
if ("answers".Contains(only, StringComparison.OrdinalIgnoreCase)) await new AnswersBenchmark(portal).RunAsync();
return 0;
