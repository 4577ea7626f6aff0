using AngleSharp.Dom;
using Portal.Cms.Localization;
using Portal.Cms.Media;

namespace Portal.Cms.Display;

/// <summary>Gives the pictures of a text what the library knows of them: widths to choose from, their size, a text alternative where the text has none of its own, and who made them.</summary>
static class MarkdownPictures
{
    public static void Fill(IElement body, IMediaCatalogue media, Culture culture)
    {
        foreach (var image in body.QuerySelectorAll("img[src^='/media/']").ToList())
        {
            if (MediaPaths.OfAddress(image.GetAttribute("src")) is not { } path || media.Find(path) is not { } facts) continue;

            var written = image.GetAttribute("alt")?.Trim() ?? "";
            var alt = written.Length > 0 ? written : facts.IsDecorative ? "" : facts.AltIn(culture) ?? "";
            var (parent, title) = (image.ParentElement!, image.GetAttribute("title"));
            image.OuterHtml = PictureMarkup.Of(path, alt, facts, new());
            if (title is { Length: > 0 } && parent.QuerySelector("img") is { } shown) shown.SetAttribute("title", title);
            if (facts.Credit.Length > 0) AddCredit(parent, culture.Render(facts.Credit));
        }
    }

    /// <summary>A picture that stands for itself becomes a figure; one in a figure has its credit below the caption.</summary>
    static void AddCredit(IElement parent, string credit)
    {
        var owner = parent.Owner!;
        var figure = parent.Closest("figure");
        if (figure is null)
        {
            if (parent.LocalName != "p" || parent.TextContent.Trim().Length > 0 || parent.QuerySelectorAll("img").Length != 1) return;
            figure = owner.CreateElement("figure");
            figure.Append([.. parent.ChildNodes]);
            parent.Replace(figure);
        }

        var line = owner.CreateElement("small");
        (line.ClassName, line.TextContent) = ("credit", credit);
        if (figure.QuerySelector("figcaption") is not { } caption)
        {
            caption = owner.CreateElement("figcaption");
            figure.Append(caption);
        }

        if (caption.QuerySelector(".credit")?.TextContent != credit) caption.Append(line);
    }
}
