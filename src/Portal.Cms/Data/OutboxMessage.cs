using System.Linq.Expressions;

namespace Portal.Cms.Data;

/// <summary>Something to be done after the commit, at least once: a mail, a notification. Deleted when delivered; kept aside as dead when it could not be delivered for days.</summary>
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

    /// <summary>Since then nobody tries to deliver it any more; null = somebody does. See <see cref="OutboxPatience"/>.</summary>
    public DateTime? DeadUtc { get; set; }

    /// <summary>Whether a worker may take the message now.</summary>
    public static Expression<Func<OutboxMessage, bool>> IsDue(DateTime nowUtc) => m => m.DeadUtc == null && m.DueUtc <= nowUtc && (m.LeasedUntilUtc == null || m.LeasedUntilUtc < nowUtc);
}

/// <summary>How often and for how long a message is tried.</summary>
public static class OutboxPatience
{
    /// <summary>With the pauses between them, these take almost five days: a mail server that is down over a long weekend loses nothing.</summary>
    public const int MostAttempts = 28;

    /// <summary>A dead message is kept so long for whoever mends what was wrong, then deleted: what people wrote must not lie about for ever.</summary>
    public static readonly TimeSpan DeadKept = TimeSpan.FromDays(30);

    static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>1, 2, 4 … minutes, at most six hours.</summary>
    /// <param name="failed">Attempts that failed before this one.</param>
    public static TimeSpan PauseAfter(int failed) => failed > 10 ? Longest : TimeSpan.FromMinutes(Math.Min(Math.Pow(2, failed), Longest.TotalMinutes));
}

/// <summary>Delivers messages of one kind. Called at least once for each: must not mind a repetition.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <exception cref="Exception">Any failure: the message is tried again later, with growing pauses.</exception>
    Task DeliverAsync(string payload, CancellationToken cancel);
}
