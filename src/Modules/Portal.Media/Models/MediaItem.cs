using Portal.Cms.Localization;
using Portal.Media.Files;

namespace Portal.Media.Models;

/// <summary>A file of the library. Its bytes stand in the media folder at <see cref="Path"/>.</summary>
public sealed class MediaItem
{
    public required string Id { get; init; }

    /// <summary>Relative to the media folder, ASCII. It is the file's address, and never changes: folders are where the library shows a file, not where it is.</summary>
    public required string Path { get; init; }

    /// <summary>Id of the folder it is shown in; empty = not in any.</summary>
    public string FolderId { get; set; } = "";

    /// <summary>Organisation whose members may change it: that of its folder.</summary>
    public string? OrganisationSet { get; set; }

    /// <summary>Id of the account that brought it; null for what came by recipe.</summary>
    public string? OwnerId { get; set; }

    /// <summary>What editors call it.</summary>
    public required string Title { get; set; }

    public required string ContentType { get; set; }

    /// <summary>In bytes, as it is served.</summary>
    public long Length { get; set; }

    /// <summary>The beginning of the SHA-256 of its bytes, in hexadecimal digits.</summary>
    public required string Version { get; set; }

    /// <summary>Pixels; null where it is no picture, or its size is not known.</summary>
    public int? Width { get; set; }
    public int? Height { get; set; }

    /// <summary>Pages of a PDF, once it was read.</summary>
    public int? Pages { get; set; }

    /// <summary>What a picture shows, by content culture.</summary>
    public Dictionary<string, string> Alt { get; set; } = [];

    /// <summary>It tells nothing that the text beside it does not tell.</summary>
    public bool IsDecorative { get; set; }

    /// <summary>A picture that in some content culture nobody described, and that is not said to be a decoration.</summary>
    public bool IsUndescribed { get; set; }

    public string Credit { get; set; } = "";
    public string Licence { get; set; } = "";

    /// <summary>What must stay when the picture is cropped: from 0 (left, top) to 1.</summary>
    public double FocusX { get; set; } = 0.5;
    public double FocusY { get; set; } = 0.5;

    /// <summary>Title, name and descriptions in one form of letters, for finding it.</summary>
    public string Words { get; set; } = "";

    public DateTime CreatedUtc { get; init; }
    public DateTime ModifiedUtc { get; set; }

    /// <summary>Since then it lies in the bin; null = it does not.</summary>
    public DateTime? DeletedUtc { get; set; }

    public Guid Stamp { get; set; }

    /// <summary>Brings up to date what is derived from the rest.</summary>
    public void Derive()
    {
        Words = SafeName.Words([Title, Path, Credit, .. Alt.Values]);
        IsUndescribed = IsImage && !IsDecorative && Culture.ContentCultures.Any(c => string.IsNullOrEmpty(Alt.GetValueOrDefault(c.Code)));
    }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>The words of a document.</summary>
public sealed class MediaText
{
    public required string Id { get; init; }
    public required string Text { get; set; }
}

/// <summary>A folder of the library.</summary>
public sealed class MediaFolder
{
    /// <summary>An organisation's own folder has the organisation's localization set as its id.</summary>
    public required string Id { get; init; }

    /// <summary>Empty = at the top.</summary>
    public string ParentId { get; set; } = "";

    /// <summary>What editors call it; an organisation's own folder is shown under the organisation's name.</summary>
    public required string Name { get; set; }

    /// <summary>What addresses of files that are brought into it begin with. Stays when the folder is renamed or moved.</summary>
    public required string Path { get; init; }

    /// <summary>Organisation whose members may change what is in it.</summary>
    public string? OrganisationSet { get; set; }

    public DateTime CreatedUtc { get; init; }
}

/// <summary>A text uses a file.</summary>
public sealed class MediaUsage
{
    public required string Path { get; init; }
    public required string LocalizationSet { get; init; }

    /// <summary>Empty: all languages of the set share what uses it.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>True: in the public text; false: in the latest.</summary>
    public bool IsPublic { get; init; }
}
