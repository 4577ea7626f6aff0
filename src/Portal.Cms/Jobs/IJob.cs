namespace Portal.Cms.Jobs;

/// <summary>Periodic work of the portal itself: announces, deletes what has expired, publishes what was scheduled. Registered with <c>AddJob&lt;TJob&gt;(every)</c>.</summary>
/// <remarks>Made anew for each run, in a scope of its own in which the portal is the acting user. Never twice at once, also where several nodes share a database. A run may be missed or repeated at any moment, so it looks at what is due now and does not mind what is done already.</remarks>
public interface IJob
{
    /// <exception cref="Exception">Any failure: it is logged, and the next run comes by itself.</exception>
    Task RunAsync(CancellationToken cancel);
}

/// <param name="Type">A class that is an <see cref="IJob"/>.</param>
/// <param name="Every">Pause between the beginnings of two runs.</param>
public sealed record JobRegistration(Type Type, TimeSpan Every);
