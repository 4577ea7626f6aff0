using System.Collections;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Portal.Cms.Localization;

namespace Portal.Moderation.ViewModels;

/// <summary>Comments of one section, oldest first, with the HTML that was made of them: it can be no older than the comments, and goes with them.</summary>
public sealed class CommentList(IReadOnlyList<CommentView> comments) : IReadOnlyList<CommentView>
{
    public static readonly CommentList Empty = new([]);

    readonly ConcurrentDictionary<(string Culture, string Shape), IHtmlContent> made = [];

    public CommentView this[int index] => comments[index];
    public int Count => comments.Count;

    /// <param name="shape">What else the HTML depends on: <see cref="SectionTalk.Shape"/>.</param>
    public async ValueTask<IHtmlContent> AsHtmlAsync(Culture culture, string shape, HtmlEncoder encoder, Func<Task<IHtmlContent>> make)
    {
        if (made.TryGetValue((culture.Code, shape), out var kept)) return kept;

        using var html = new StringWriter();
        (await make()).WriteTo(html, encoder);
        return made[(culture.Code, shape)] = new HtmlString(html.ToString());
    }

    public IEnumerator<CommentView> GetEnumerator() => comments.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
