using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;
using Portal.Moderation;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Moderation;

/// <summary>Moderators, authors and readers at work, without the pages between.</summary>
public sealed class ModerationDesk(TestPortal portal)
{
    /// <summary>Receives a comment by whatever way and finds it.</summary>
    public async Task<string> ReceiveAsync(string body, params (string Name, System.Text.Json.Nodes.JsonNode? Value)[] changes)
    {
        await new ApiGuest(portal).ReceiptAsync(body, changes);
        return await portal.ReadAsync(db => db.SubmissionVersions.Where(v => v.Body == body).Select(v => v.SubmissionId).SingleAsync(TestContext.Current.CancellationToken));
    }

    public Task<Submission> ReadAsync(string id) => portal.ReadAsync(db => db.Submissions.AsNoTracking().SingleAsync(s => s.Id == id, TestContext.Current.CancellationToken));

    public async Task<SubmissionState> StateAsync(string id) => (await ReadAsync(id)).State;

    public Task<Result<SubmissionState>> DecideAsync(string user, string id, Step step, string? reason = null, string? note = null, string? mergeInto = null, params TextSpan[] hidden) =>
        AsAsync(user, s => s.GetRequiredService<DecideSubmission>().RunAsync(new(id, 1, step, reason, note, hidden, mergeInto), TestContext.Current.CancellationToken));

    public async Task DecidedAsync(string user, string id, Step step, string? reason = null, string? note = null, string? mergeInto = null, params TextSpan[] hidden) =>
        (await DecideAsync(user, id, step, reason, note, mergeInto, hidden)).Problem.ShouldBeNull();

    public Task<Result<Done>> EscalateAsync(string user, string id, string? to = null) =>
        AsAsync(user, async s => await s.GetRequiredService<EscalateSubmission>().RunAsync(new(id, 1, to is null ? null : await IdOfAsync(to), "A word to you."), TestContext.Current.CancellationToken));

    public Task<Result<SubmissionState>> ReopenAsync(string user, string id) => AsAsync(user, s => s.GetRequiredService<ReopenDecision>().RunAsync(id, TestContext.Current.CancellationToken));

    /// <summary>The author's step, however their page asks for it.</summary>
    public Task<Result<SubmissionState>> AppealAsync(string id) => TakeAsync(id, Step.Appeal);

    public Task<Result<SubmissionState>> TakeAsync(string id, Step step) => portal.AsSystemAsync(s =>
    {
        var (db, clock) = (s.GetRequiredService<PortalDb>(), s.GetRequiredService<TimeProvider>());
        return s.GetRequiredService<UnitOfWork>().RunAsync<SubmissionState>(async () =>
        {
            var submission = await db.Submissions.SingleAsync(x => x.Id == id);
            submission.Take(step, clock.GetUtcNow().UtcDateTime);
            return submission.State;
        }, TestContext.Current.CancellationToken);
    });

    public Task<Result<bool>> ReportAsync(string id, string reason, string? note = null) => portal.AsSystemAsync(s =>
    {
        var ticket = s.GetRequiredService<Tickets>().Issue(Participant.OpenConsultation, ReportComment.TicketFor(id), null);
        return s.GetRequiredService<ReportComment>().RunAsync(new(id, reason, note, ticket, null), TestContext.Current.CancellationToken);
    });

    public async Task<string> IdOfAsync(string user) => await portal.ReadAsync(db => db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken));

    /// <summary>Acts as somebody who is signed in.</summary>
    public async Task<T> AsAsync<T>(string user, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var account = await db.Users.AsNoTracking().SingleAsync(u => u.UserName == user);
        var roles = await db.UserRoles.Where(r => r.UserId == account.Id).Select(r => r.RoleId).ToListAsync();
        var granted = await db.RoleClaims.Where(c => roles.Contains(c.RoleId)).Select(c => c.ClaimValue!).ToListAsync();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, user)], "test")), granted.ToHashSet(StringComparer.Ordinal));
        return await act(scope.ServiceProvider);
    }
}
