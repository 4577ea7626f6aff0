namespace Portal.Cms.Localization;

/// <summary>A PO file that cannot be trusted as it is. The message names the file and the line.</summary>
public sealed class PoException(string file, int line, string problem)
    : Exception(FormattableString.Invariant($"{file}:{line}: {problem}"))
{
    public string File { get; } = file;

    public int Line { get; } = line;

    /// <summary>What is wrong there, in English.</summary>
    public string Problem { get; } = problem;
}
