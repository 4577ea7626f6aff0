using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Contents.Queries;

namespace Portal.Contents.Editing;

/// <summary>An item that nobody has saved yet.</summary>
/// <param name="Document">What its form starts with.</param>
/// <param name="Original">What it translates; null = an original itself.</param>
/// <param name="VersionId">The version that it translates.</param>
public sealed record BegunItem(ContentTypeDefinition Type, Culture Culture, ContentDocument Document, EditedView? Original, string? VersionId)
{
    /// <summary>Under what its unsaved work is kept.</summary>
    public string UnsavedForm => Original is null ? $"new/{Type.Name}/{Culture.Code}" : $"new/{Type.Name}/{Culture.Code}/{Original.Item.ContentItemId}";
}
