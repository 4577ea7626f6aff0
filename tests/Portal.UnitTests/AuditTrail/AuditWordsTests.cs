using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Portal.AuditTrail.Models;
using Portal.Review.Models;

namespace Portal.UnitTests.AuditTrail;

/// <summary>Whatever the portal records, the audit trail says in words that are translated.</summary>
public partial class AuditWordsTests
{
    [Fact]
    public void Every_kind_and_every_verb_that_the_sources_record_has_words()
    {
        var records = Sources().SelectMany(s => Record().Matches(s)).ToList();
        records.Count.ShouldBeGreaterThan(80);
        var kinds = records.Select(r => r.Groups["kind"].Value).Where(k => k.Length > 0);
        var verbs = records.SelectMany(r => Literal().Matches(r.Groups["verb"].Value)).Select(m => m.Groups["text"].Value);
        kinds.Where(k => AuditWords.KindOf(k) is null || AuditWords.AllKinds.All(a => AuditWords.OfKind(a) != AuditWords.OfKind(k))).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
        verbs.Concat(Enum.GetNames<EntryKind>()).Where(v => AuditWords.VerbOf(v) is null).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    static IEnumerable<string> Sources([CallerFilePath] string thisFile = "") =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "src")), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    /// <summary>The audit trail itself, the store of content, the definitions and new accounts, each with its verbs.</summary>
    [GeneratedRegex("""(?:audit\.Record(?:Unnamed)?\("(?<kind>\w+)", |store\.Record\(\w+, |records\.WriteAsync\(DefinitionNames\.\w+, (?:\w+|\w+\([^)]*\)), |accounts\.AddAsync\(\w+, [^"]*?)(?<verb>[^,;]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Record();

    [GeneratedRegex("\"(?<text>[A-Z][A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
