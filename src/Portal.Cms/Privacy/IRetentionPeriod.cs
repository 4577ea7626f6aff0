namespace Portal.Cms.Privacy;

/// <summary>Says how long data is kept where a setting decides it, so that the register of processing never says anything else than what is done.</summary>
public interface IRetentionPeriod
{
    /// <summary>A table of the <see cref="ProcessingActivity"/> that this is about.</summary>
    string Table { get; }

    /// <returns>The sentence for readers, translated, in place of <see cref="ProcessingActivity.Kept"/>; null where that holds.</returns>
    ValueTask<string?> DescribeAsync();
}
