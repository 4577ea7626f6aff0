using System.Text;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

/// <summary>Catalogues out of texts that stand in the test.</summary>
static class Given
{
    public static PoFile Po(string text, Culture? culture = null) => PoParser.Parse(new StringReader(text), "test.po", culture ?? Culture.Sr);

    public static PoCatalogues Catalogues(params (Culture Culture, string Text)[] files) => new([new TextSource(files)]);

    /// <summary>The kernel's own translations.</summary>
    public static PoCatalogues Kernel { get; } = new([new EmbeddedPoSource(typeof(Culture).Assembly)]);

    sealed class TextSource((Culture Culture, string Text)[] files) : IPoSource
    {
        public IEnumerable<PoInput> Open() =>
            files.Select(file => new PoInput(file.Culture, $"{file.Culture}.po", new MemoryStream(Encoding.UTF8.GetBytes(file.Text))));
    }
}
