using System.Linq.Expressions;

namespace Portal.Cms.Data;

/// <summary>Something to be done after the commit, at least once: a mail, a notification. Deleted when delivered.</summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    /// <summary>Which <see cref="IOutboxHandler"/> delivers it.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON for the handler. Personal data in it is encrypted by whoever wrote it.</summary>
    public required string Payload { get; init; }

    public DateTime CreatedUtc { get; init; }
    /// <summary>Not before this instant; moves on after each failed attempt.</summary>
    public DateTime DueUtc { get; set; }
    /// <summary>Until then one worker has it to itself; afterwards another may take it.</summary>
    public DateTime? LeasedUntilUtc { get; set; }
    public string? LeasedBy { get; set; }
    public int Attempts { get; set; }
    /// <summary>Type of the last failure, without its text: texts may quote addresses.</summary>
    public string? LastError { get; set; }

    /// <summary>Whether a worker may take the message now.</summary>
    public static Expression<Func<OutboxMessage, bool>> IsDue(DateTime nowUtc) => m => m.DueUtc <= nowUtc && (m.LeasedUntilUtc == null || m.LeasedUntilUtc < nowUtc);
}

/// <summary>Delivers messages of one kind. Called at least once for each: must not mind a repetition.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <exception cref="Exception">Any failure: the message is tried again later, with growing pauses.</exception>
    Task DeliverAsync(string payload, CancellationToken cancel);
}
