using System.Globalization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Queries;

namespace Portal.Contents.Scheduling;

/// <summary>What was typed on the page that schedules.</summary>
/// <param name="At">As an input of type <c>datetime-local</c> sends it: a wall time.</param>
public sealed record ScheduleForm(ScheduledStep Step = ScheduledStep.Publish, string? At = null, string? Zone = null)
{
    public DateTime? Wall => DateTime.TryParseExact(At, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) ? wall : null;
}

public sealed record ScheduleView(EditedView Item, ScheduleForm Form, IReadOnlyList<ContentSchedule> Schedules, Problem? Problem)
{
    public IEnumerable<FieldError> ErrorsOf(string field) => Problem?.Errors.Where(e => e.Field == field) ?? [];
}
