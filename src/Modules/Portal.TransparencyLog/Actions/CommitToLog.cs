using Portal.Cms.Data;
using Portal.TransparencyLog.Models;

namespace Portal.TransparencyLog.Actions;

/// <summary>Commits to an event. Called inside another action's unit of work: the event is in the log if and only if that action's change is committed.</summary>
public sealed class CommitToLog(PortalDb db)
{
    /// <param name="kind">What readers of the log see of it, with the day.</param>
    /// <param name="eventBytes">The event in a form that is never written anew.</param>
    /// <returns>The opening, for the caller to keep, or to erase: the log keeps none.</returns>
    public LogOpening Commit(string kind, DateOnly day, byte[] eventBytes)
    {
        var opening = LogOpening.For(eventBytes);
        db.LogPending.Add(new() { LeafHash = opening.Leaf(), Kind = kind, Day = day });
        return opening;
    }
}
