using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Organisations.Models;
using Portal.Publications.Models;
using Portal.Publications.Queries;

namespace Portal.Publications.Sections;

public sealed record AnalysesOfOrganisationView(IReadOnlyList<AnalysisRow> Rows, Elsewhere Elsewhere);

/// <summary>What an organisation has published, on its page.</summary>
public sealed class AnalysesOfOrganisation(AnalysisRows analyses, PageCaching caching) : IContentSection
{
    /// <summary>The newest; older ones are in the list of all analyses.</summary>
    const int Shown = 50;

    public bool AppliesTo(string contentType) => contentType == nameof(Organisation);

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        caching.Tag(Tags.Type(nameof(PolicyAnalysis)));
        var theirs = analyses.All(organisation: page.Set);
        var rows = await analyses.NewestAsync(theirs, page.Culture, 0, Shown, cancel);
        // Whose they are stands at the top of the page.
        var view = new AnalysesOfOrganisationView([.. rows.Select(r => r with { Organisation = null })], await analyses.ElsewhereAsync(theirs, page.Culture, cancel));
        return view.Rows.Count == 0 && view.Elsewhere.Count == 0 ? [] : [new("after", null, "_AnalysesOfOrganisation", view)];
    }
}
