using Portal.TransparencyLog.Api;
using Portal.TransparencyLog.Signing;

namespace Portal.TransparencyLog;

/// <summary>What kinds of entries are called: an English message id for each.</summary>
public sealed class LogKindNames(IEnumerable<ILogSource> sources)
{
    /// <summary>English message id of the log's own entries.</summary>
    const string Key = "The log was given a key to sign with";

    /// <summary>English message id of an entry whose module is not there any more.</summary>
    const string Unknown = "Something that this site no longer has a name for";

    public IReadOnlyDictionary<string, string> All { get; } = sources.SelectMany(s => s.Kinds).Append(new(LogKeys.Kind, Key)).ToDictionary(StringComparer.Ordinal);

    /// <returns>English message id.</returns>
    public string Of(string kind) => All.GetValueOrDefault(kind, Unknown);
}
