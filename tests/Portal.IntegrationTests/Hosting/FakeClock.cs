namespace Portal.IntegrationTests.Hosting;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(DateTime utc) : TimeProvider
{
    long ticks = DateTime.SpecifyKind(utc, DateTimeKind.Utc).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Set(DateTime nowUtc) => Interlocked.Exchange(ref ticks, nowUtc.Ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
