using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Sections;

/// <summary>What was recommended on the ground of an analysis, a consultation, a debate or a case study, on its page.</summary>
public sealed class RecommendationsFromSource(RecommendationRegister register, RecommendationList list) : IContentSection
{
    /// <summary>Types of other modules, by name: none of them need be enabled.</summary>
    public static readonly IReadOnlyList<string> Sources = ["PolicyAnalysis", "Consultation", "Debate", "CaseStudy"];

    public bool AppliesTo(string contentType) => Sources.Contains(contentType, StringComparer.Ordinal);

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var rows = (await register.FromSourceAsync(page.Set, cancel)).Where(r => r.IsIn(page.Culture.ContentCode)).ToList();
        if (rows.Count == 0) return [];

        IReadOnlyList<ContentEntry> entries = [.. (await list.EntriesAsync(rows, page.Culture, cancel)).Select(e => e with { Level = 3 })];
        return [new("after", null, "_RecommendationsFromSource", entries)];
    }
}
