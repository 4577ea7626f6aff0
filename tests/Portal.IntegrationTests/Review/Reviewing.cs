using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Notifications.Queries;
using Portal.Review.Actions;
using Portal.Review.Models;
using Portal.Users.Actions;

namespace Portal.IntegrationTests.Review;

/// <summary>Short ways through a review, as one of the accounts.</summary>
static class Reviewing
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    extension(TestPortal portal)
    {
        /// <summary>An analysis that <c>fiq</c> wrote for the own organisation.</summary>
        public async Task<string> WrittenAsync(string title = "Lamps in our streets", string type = "PolicyAnalysis", string body = "The street is dark. The lamp was promised.")
        {
            var document = Editing.Text(title, organisation: "org-fiq").Apply(new Cms.Content.MarkdownBodyPart { Markdown = body });
            return (await portal.AsAsync("fiq", s => s.GetRequiredService<CreateContentItem>().RunAsync(new(type, "en", document), Cancel))).Value.ContentItemId;
        }

        public async Task<string> AskedForAsync(string title = "Lamps in our streets", string? note = null)
        {
            var id = await portal.WrittenAsync(title);
            (await portal.AskAsync("fiq", id, note)).ShouldBeNull();
            return id;
        }

        public Task<Problem?> AskAsync(string user, string id, string? note = null) => portal.TryAsync<RequestReview, Done>(user, a => a.RunAsync(id, note, Cancel));

        public Task<Problem?> ReturnAsync(string user, string id, string? note) => portal.TryAsync<ReturnForChanges, Done>(user, a => a.RunAsync(id, note, Cancel));

        public Task<Problem?> ApproveAsync(string user, string id) => portal.TryAsync<ApproveReview, bool>(user, a => a.RunAsync(id, null, Cancel));

        public async Task<Problem?> TryAsync<TAction, T>(string user, Func<TAction, Task<Result<T>>> act) where TAction : notnull => (await portal.AsAsync(user, s => act(s.GetRequiredService<TAction>()))).Problem;

        /// <summary>Saves another body, as somebody.</summary>
        public async Task RewriteAsync(string user, string id, string body) =>
            (await portal.AsAsync(user, s => Editing.SaveAsync(s, id, d => d["MarkdownBodyPart"]!["Markdown"] = body))).Problem.ShouldBeNull();

        public async Task<ReviewState> StateAsync(string id)
        {
            var item = await portal.ItemAsync(id);
            return ReviewTable.StateOf(item, await portal.ReadAsync(db => db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.ContentItemId == id, Cancel)));
        }

        public Task<List<ReviewEntry>> EntriesAsync(string id) => portal.ReadAsync(db => db.ReviewEntries.AsNoTracking().Where(e => e.ContentItemId == id).OrderBy(e => e.Id).ToListAsync(Cancel));

        public Task<string> IdOfAsync(string user) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync(Cancel));

        /// <summary>What an account has not read, the newest first.</summary>
        public async Task<IReadOnlyList<string>> UnreadAsync(string user)
        {
            var id = await portal.IdOfAsync(user);
            return [.. (await portal.AsSystemAsync(s => s.GetRequiredService<NotificationList>().UnreadAsync(id, 100, Cancel))).Select(r => r.Text)];
        }

        public async Task RequireApprovalsAsync(string type, int number) =>
            (await portal.AsSystemAsync(s => s.GetRequiredService<SaveReviewRules>().RunAsync(new Dictionary<string, int>(StringComparer.Ordinal) { [type] = number }, Cancel))).Problem.ShouldBeNull();

        public async Task MakeAsync(string user, string role, string? organisation = null) =>
            (await portal.AsSystemAsync(s => s.GetRequiredService<CreateUser>().RunAsync(new(user, $"{user}@example.org", [role], Template.Password, organisation, MustChangePassword: false), Cancel))).Problem.ShouldBeNull();
    }
}
