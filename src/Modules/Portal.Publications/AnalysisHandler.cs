using Portal.Cms;
using Portal.Cms.Content;
using Portal.Publications.Models;

namespace Portal.Publications;

/// <summary>Checks analyses.</summary>
public sealed class AnalysisHandler : ContentHandler
{
    public override Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Document.As<PolicyAnalysis>()?.Kind?.Text is { Length: > 0 } kind && !AnalysisKinds.All.Contains(kind, StringComparer.Ordinal))
        {
            errors.Add(new("PolicyAnalysis.Kind", "One of {0}.", string.Join(", ", AnalysisKinds.All)));
        }

        return Task.CompletedTask;
    }
}
