namespace Portal.Contents.Models;

/// <summary>Lets a module add to the content API what changes by itself and so is not in the item: the phase of a consultation.</summary>
/// <remarks>Registered with <c>AddScoped&lt;IContentListFacts, …&gt;</c>. Asked once per page of results, with the sets of its own type only.</remarks>
public interface IContentListFacts
{
    /// <summary>The content type that it knows.</summary>
    string ContentType { get; }

    /// <returns>Phase by localization set, in one query; sets without one are left out.</returns>
    Task<IReadOnlyDictionary<string, string>> PhasesAsync(IReadOnlyCollection<string> sets, CancellationToken cancel);
}
