namespace Portal.Cms.Data;

/// <summary>Says that whatever was cached under a tag is out of date. Written in the change's own transaction; every process reads on from its own cursor.</summary>
public sealed class ChangeLogEntry
{
    public long Seq { get; init; }
    public required string Tag { get; init; }
    public DateTime AtUtc { get; init; }
}
