using Portal.Cms.Localization;
using Portal.Site.Models;

namespace Portal.UnitTests.Site;

public class ErrorViewTests
{
    static readonly PoCatalogues Catalogues = new([new EmbeddedPoSource(typeof(ErrorView).Assembly)]);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(418)]
    public void Every_error_is_explained_in_every_language(int status)
    {
        var view = ErrorView.Of(status);

        view.Status.ShouldBe(status);
        foreach (var culture in Culture.All.Where(c => c != Culture.En))
        {
            Catalogues.For(culture).Find(null, view.Heading).ShouldNotBeNull($"{culture}: {view.Heading}");
            Catalogues.For(culture).Find(null, view.Explanation).ShouldNotBeNull($"{culture}: {view.Explanation}");
        }
    }
}
