namespace Portal.Moderation.Models;

/// <summary>What an author chose to say about themselves, for counting in groups after the closing. Apart from the comment; in no public row, page, API or export of rows.</summary>
public sealed class SubmissionDemographics
{
    public required string SubmissionId { get; init; }
    /// <summary>Keys of <see cref="AboutYou"/>.</summary>
    public string? AgeBand { get; init; }
    public string? Gender { get; init; }
    public string? Community { get; init; }
    /// <summary>Localization set of a municipality.</summary>
    public string? MunicipalitySet { get; init; }
}

/// <summary>Why an author asks for another look. For the one who decides on the appeal; erased with the submission.</summary>
public sealed class SubmissionAppeal
{
    public required string SubmissionId { get; init; }
    /// <summary>Plain text, as a comment.</summary>
    public required string Words { get; set; }
    public DateTime AppealedUtc { get; init; }
}

/// <summary>A file that belongs to a submission. Its bytes, cleaned of metadata, stand in the data folder under its id.</summary>
public sealed class SubmissionAttachment
{
    public required string Id { get; init; }
    public required string SubmissionId { get; init; }
    /// <summary>Order in which the author added them, from 1.</summary>
    public int Number { get; init; }
    /// <summary>Its own name, without a path, with the ending of its real type.</summary>
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    /// <summary>In bytes, after cleaning.</summary>
    public long Length { get; init; }
    /// <summary>A moderator keeps it from the public, whatever becomes of the text.</summary>
    public bool IsExcluded { get; set; }
}
