using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.ViewModels;

public enum StepState { Done, Here, Ahead, Skipped }

/// <summary>A step of the way from being issued to being carried out.</summary>
/// <param name="Word">English message id.</param>
/// <param name="Day">When it was reached; null where it was not.</param>
public sealed record TrackStep(string Word, StepState State, DateOnly? Day)
{
    /// <summary>Key of the state, for style sheets.</summary>
    public string Key => State switch { StepState.Done => "done", StepState.Here => "here", StepState.Ahead => "ahead", _ => "skipped" };
}

/// <summary>The five steps: issued, acknowledged, answered, in progress, carried out. A rejection ends the way at the third, a lapse at the last.</summary>
public static class Track
{
    public static IReadOnlyList<TrackStep> Of(RegisterRow row, IReadOnlyList<SaidView> history)
    {
        var here = StepOf(row.Status);
        return [.. Enumerable.Range(0, 5).Select(Step)];

        TrackStep Step(int step)
        {
            // Of several answers the latest holds; a step back leaves what had been reached beyond it behind.
            var said = step > here ? null : history.LastOrDefault(e => e.Status is { } s && StepOf(s) == step);
            var day = step == 0 ? row.Issued : step == here ? row.StatusDay : said?.Day;
            var state = step == here ? StepState.Here
                : step > here ? (row.Status == InstitutionStatus.Rejected ? StepState.Skipped : StepState.Ahead)
                : day is null ? StepState.Skipped : StepState.Done;
            return new((step == here ? row.Status : said?.Status) is { } word ? StatusWords.NameOf(word) : Word(step), state, day);
        }
    }

    static int StepOf(InstitutionStatus status) => status switch
    {
        InstitutionStatus.Issued => 0,
        InstitutionStatus.Acknowledged => 1,
        InstitutionStatus.Accepted or InstitutionStatus.PartlyAccepted or InstitutionStatus.Rejected => 2,
        InstitutionStatus.InProgress => 3,
        _ => 4,
    };

    /// <returns>English message id of a step that nobody has taken.</returns>
    static string Word(int step) => step switch
    {
        0 => "Issued",
        1 => "Acknowledged",
        2 => "Answered",
        3 => "In progress",
        _ => "Implemented",
    };
}
