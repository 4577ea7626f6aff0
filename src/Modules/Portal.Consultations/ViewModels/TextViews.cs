using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Consultations.Queries;

namespace Portal.Consultations.ViewModels;

/// <summary>The texts that a consultation has had, newest first.</summary>
/// <param name="Id">ContentItemId.</param>
/// <param name="Reader">The culture of the page; the texts may be in another.</param>
public sealed record TextVersionsView(string Id, TextHistory History, string Zone, Culture Reader)
{
    public TextWords Words { get; } = new(History.Culture, Reader);

    public IEnumerable<(TextVersion Version, TextVersion? Before, IReadOnlyList<SectionChange> Changes)> Newest =>
        from index in Enumerable.Range(0, History.Versions.Count).Reverse()
        let before = index == 0 ? null : History.Versions[index - 1]
        select (History.Versions[index], before, before is null ? [] : TextHistory.Changes(before, History.Versions[index]));
}

/// <summary>What changed from one text to another.</summary>
/// <param name="Order">Ids of the sections of today's text.</param>
public sealed record TextDifferencesView(string Id, TextHistory History, TextVersion Before, TextVersion After, IReadOnlyList<string> Order, string Zone, Culture Reader)
{
    public TextWords Words { get; } = new(History.Culture, Reader);

    public IReadOnlyList<SectionChange> Changes { get; } = TextHistory.Changes(Before, After);

    public int Unchanged => After.Sections.Count - Changes.Count(c => c.After is not null);

    /// <returns>The number of a section in today's text; null where it is not in it.</returns>
    public int? Number(string sectionId) => Order.ToList().IndexOf(sectionId) is var index and >= 0 ? index + 1 : null;
}

/// <summary>Shows words of one language on a page of another.</summary>
/// <param name="Language">Culture code of the words.</param>
public sealed record TextWords(string Language, Culture Reader)
{
    bool IsOwn => Language == Reader.ContentCode;

    /// <summary>Value of <c>lang</c>.</summary>
    public string Lang => IsOwn ? Reader.HtmlLang : Culture.TryFrom(Language, out var culture) ? culture.HtmlLang : Language;

    public string LanguageName => IsOwn ? Reader.NativeName : Culture.TryFrom(Language, out var culture) ? culture.NativeName : Language;

    public string In(string text) => IsOwn ? Reader.Render(text) : text;

    public DiffParagraph In(DiffParagraph paragraph) => IsOwn && Reader.IsRendering ? new([.. paragraph.Pieces.Select(p => p with { Text = Reader.Render(p.Text) })]) : paragraph;
}
