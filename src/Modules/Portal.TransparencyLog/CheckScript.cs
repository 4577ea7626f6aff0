namespace Portal.TransparencyLog;

/// <summary>The lines of shell with which anybody can check a receipt. The page shows them, and a test runs what the page shows.</summary>
public static class CheckScript
{
    const string Example = "https://portal.example";

    static readonly string Lines = Read();

    /// <param name="root">Scheme and host of this portal.</param>
    public static string For(string root) => Lines.Replace(Example, root, StringComparison.Ordinal);

    static string Read()
    {
        using var stream = typeof(CheckScript).Assembly.GetManifestResourceStream("check.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
