using Portal.Cms.Data;

namespace Portal.Cms.Sqlite;

/// <summary>SQLite tells no other process of a change; looking once a second costs next to nothing.</summary>
public sealed class RepeatedLook : IChangeSignal
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public Task WaitAsync(CancellationToken cancel) => Task.Delay(Pause, cancel);
}
