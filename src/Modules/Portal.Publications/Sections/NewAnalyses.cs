using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Organisations.Models;
using Portal.Publications.Models;
using Portal.Publications.Queries;

namespace Portal.Publications.Sections;

/// <param name="ListHref">The list that has all of them.</param>
public sealed record NewAnalysesView(IReadOnlyList<AnalysisRow> Rows, Elsewhere Elsewhere, string ListHref);

/// <summary>The newest analyses, on the home page.</summary>
public sealed class NewAnalyses(AnalysisRows analyses, PageCaching caching, ContentTypes types) : IContentSection
{
    const int Shown = 3;

    public bool AppliesTo(string contentType) => contentType == "Home";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        caching.Tag(Tags.Type(nameof(PolicyAnalysis)), Tags.Type(nameof(Organisation)));
        var all = analyses.All();
        var view = new NewAnalysesView(
            await analyses.NewestAsync(all, page.Culture, 0, Shown, cancel), await analyses.ElsewhereAsync(all, page.Culture, cancel),
            $"/{page.Culture.Code}/{types.Find(nameof(PolicyAnalysis))!.SlugIn(page.Culture)}");
        return [new("new", null, "_NewAnalyses", view)];
    }
}
