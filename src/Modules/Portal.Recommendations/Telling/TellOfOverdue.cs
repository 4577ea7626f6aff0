using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Telling;

/// <summary>Tells an organisation once of each of its recommendations whose answer, or whose implementation, has become overdue.</summary>
public sealed class TellOfOverdue(RecommendationRegister register, CurrentDeadlines current, RecommendationNews news, UnitOfWork work) : IJob
{
    /// <summary>What has been overdue for longer, after an interruption or in an import, is no news.</summary>
    const int DaysOfNews = 7;

    public async Task RunAsync(CancellationToken cancel)
    {
        var deadlines = await current.ReadAsync();
        foreach (var late in (await register.AllAsync(cancel)).SelectMany(row => Overdue(row, deadlines)).Where(l => deadlines.DaysSince(l.Since) <= DaysOfNews))
        {
            await work.RunAsync<Done>(async () =>
            {
                await news.TellOverdueAsync(late.Row.Set, late.Row.Organisation.FirstOrDefault(), late.IsReply, late.Since, cancel);
                return default(Done);
            }, cancel);
        }
    }

    static IEnumerable<(RegisterRow Row, bool IsReply, DateOnly Since)> Overdue(RegisterRow row, Deadlines deadlines)
    {
        if (deadlines.IsReplyOverdue(row.Status, row.Issued)) yield return (row, true, deadlines.ReplyDue(row.Issued));
        if (row.Due is { } due && deadlines.IsImplementationOverdue(row.Status, due)) yield return (row, false, due);
    }
}
