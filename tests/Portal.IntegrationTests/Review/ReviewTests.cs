using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Review.Actions;
using Portal.Review.Models;

namespace Portal.IntegrationTests.Review;

/// <summary>The way of a text from its author to the public.</summary>
public abstract class ReviewTests(TestPortal portal)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_asked_for_returned_mended_and_published_and_its_conversation_stays_with_it()
    {
        var id = await portal.AskedForAsync(note: "By Friday, please.");
        (await portal.StateAsync(id)).ShouldBe(ReviewState.InReview);
        (await portal.UnreadAsync("nina")).ShouldContain("fiq asks for a review of “Lamps in our streets”.");

        (await portal.ReturnAsync("nina", id, "Name the source.")).ShouldBeNull();
        (await portal.StateAsync(id)).ShouldBe(ReviewState.Returned);
        (await portal.UnreadAsync("fiq")).ShouldContain("nina returned “Lamps in our streets” with a note.");

        await portal.RewriteAsync("fiq", id, "The street is dark (plan of 2025).");
        (await portal.AskAsync("fiq", id)).ShouldBeNull();
        (await portal.ApproveAsync("nina", id)).ShouldBeNull();
        (await portal.StateAsync(id)).ShouldBe(ReviewState.Published);
        (await portal.ItemAsync(id)).PublishedVersionId.ShouldNotBeNull();

        var entries = await portal.EntriesAsync(id);
        entries.Select(e => e.Kind).ShouldBe([EntryKind.Requested, EntryKind.Returned, EntryKind.Requested, EntryKind.Approved, EntryKind.Published]);
        entries.Select(e => e.Note).OfType<string>().ShouldBe(["By Friday, please.", "Name the source."]);
        var audit = await portal.ReadAsync(db => db.AuditTrail.AsNoTracking().Where(e => e.Category == "Review" && e.SubjectId == id).OrderBy(e => e.Id).ToListAsync(Cancel));
        audit.Select(e => e.Name).ShouldBe(["Requested", "Returned", "Requested", "Approved", "Published"]);
        audit.ShouldAllBe(e => !e.Properties!.Contains("source", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_cannot_publish_approve_return_or_give_away_what_only_network_editors_publish()
    {
        var id = await portal.AskedForAsync();
        (await portal.ApproveAsync("fiq", id))!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await portal.ReturnAsync("fiq", id, "To myself."))!.Kind.ShouldBe(ProblemKind.Forbidden);
        var fiq = await portal.IdOfAsync("fiq");
        (await portal.TryAsync<AssignReview, Done>("fiq", a => a.RunAsync(id, fiq, Cancel)))!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await portal.TryAsync<PublishContentItem, Cms.Content.ContentItem>("fiq", a => a.RunAsync(id, Cancel)))!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await portal.TryAsync<WriteNote, Done>("aktiv", a => a.RunAsync(id, "From elsewhere.", Cancel)))!.Kind.ShouldBe(ProblemKind.Forbidden);
    }

    [Fact]
    public async Task It_is_given_to_somebody_who_may_publish_it_and_then_that_person_alone_is_told()
    {
        var id = await portal.AskedForAsync("To be given away");
        var (nina, tara) = (await portal.IdOfAsync("nina"), await portal.IdOfAsync("tara"));
        (await portal.TryAsync<AssignReview, Done>("admin", a => a.RunAsync(id, tara, Cancel)))!.Errors.Single().Field.ShouldBe("assignee");
        (await portal.TryAsync<AssignReview, Done>("admin", a => a.RunAsync(id, nina, Cancel))).ShouldBeNull();
        (await portal.UnreadAsync("nina")).ShouldContain("admin gave the review of “To be given away” to you.");

        (await portal.ReturnAsync("nina", id, "Once more.")).ShouldBeNull();
        var before = (await portal.UnreadAsync("arta")).Count;
        (await portal.AskAsync("fiq", id)).ShouldBeNull();
        (await portal.UnreadAsync("arta")).Count.ShouldBe(before);
        (await portal.ReadAsync(db => db.Reviews.Where(r => r.ContentItemId == id).Select(r => r.AssignedToId).SingleAsync(Cancel))).ShouldBe(nina);
    }

    [Fact]
    public async Task Steps_that_the_state_does_not_allow_are_refused()
    {
        var id = await portal.WrittenAsync("Steps");
        (await portal.ReturnAsync("nina", id, "Nothing was asked."))!.Kind.ShouldBe(ProblemKind.Conflict);
        (await portal.ApproveAsync("nina", id))!.Kind.ShouldBe(ProblemKind.Conflict);
        (await portal.AskAsync("fiq", id)).ShouldBeNull();
        (await portal.AskAsync("fiq", id))!.Kind.ShouldBe(ProblemKind.Conflict);
        (await portal.ReturnAsync("nina", id, "  "))!.Errors.Single().Field.ShouldBe("note");
        (await portal.ReturnAsync("nina", id, new string('x', 4001)))!.Errors.Single().Args.ShouldBe([4000]);
        (await portal.TryAsync<WithdrawReview, Done>("nina", a => a.RunAsync(id, Cancel)))!.Kind.ShouldBe(ProblemKind.Forbidden);
        (await portal.TryAsync<WithdrawReview, Done>("fiq", a => a.RunAsync(id, Cancel))).ShouldBeNull();
        (await portal.StateAsync(id)).ShouldBe(ReviewState.Draft);
        (await portal.AskAsync("fiq", "nobody-has-this"))!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task A_text_that_is_changed_while_in_review_stays_there_and_those_who_take_part_are_told_once()
    {
        var id = await portal.AskedForAsync("Changed meanwhile");
        (await portal.TryAsync<WriteNote, Done>("nina", a => a.RunAsync(id, "I begin to read.", Cancel))).ShouldBeNull();
        foreach (var body in new[] { "One.", "Two.", "Three." }) await portal.RewriteAsync("fiq", id, body);

        (await portal.StateAsync(id)).ShouldBe(ReviewState.InReview);
        (await portal.EntriesAsync(id)).Count(e => e.Kind == EntryKind.Changed).ShouldBe(1);
        (await portal.UnreadAsync("nina")).Count(t => t == "fiq changed “Changed meanwhile” while it is in review.").ShouldBe(1);
    }

    [Fact]
    public async Task A_comment_on_a_passage_knows_when_its_text_changed_and_is_answered_and_settled_by_adding_alone()
    {
        var id = await portal.AskedForAsync("Commented");
        Task<Problem?> CommentAsync(string? quote, string field = "MarkdownBodyPart.Markdown") => portal.TryAsync<CommentOnPassage, Done>("nina", a => a.RunAsync(new(id, field, quote, "By whom?"), Cancel));
        (await CommentAsync("was never promised"))!.Errors.Single().Field.ShouldBe("quote");
        (await CommentAsync(null, "No.Such"))!.Errors.Single().Field.ShouldBe("field");
        (await CommentAsync("lamp was promised")).ShouldBeNull();
        var comment = (await portal.EntriesAsync(id)).Single(e => e.Kind == EntryKind.Commented).Id;

        using var fiq = await portal.SignedInAsync("fiq");
        (await portal.PageAsync($"/admin/content/{id}", fiq)).QuerySelector($"#comment-{comment} .badge").ShouldBeNull();
        await portal.RewriteAsync("fiq", id, "The street is dark. The lamp was promised. Since 2025.");
        (await portal.PageAsync($"/admin/content/{id}", fiq)).QuerySelector($"#comment-{comment} .badge")!.TextContent.ShouldBe("Text changed since");
        await portal.RewriteAsync("fiq", id, "The street is dark.");
        (await portal.PageAsync($"/admin/content/{id}", fiq)).QuerySelector($"#comment-{comment} .badge")!.TextContent.ShouldBe("These words are gone");

        (await portal.TryAsync<AnswerComment, Done>("fiq", a => a.RunAsync(new(id, comment, "I took it out.", Settled: true), Cancel))).ShouldBeNull();
        (await portal.TryAsync<AnswerComment, Done>("fiq", a => a.RunAsync(new(id, comment, null, Settled: true), Cancel)))!.Kind.ShouldBe(ProblemKind.Conflict);
        var page = await portal.PageAsync($"/admin/content/{id}", fiq);
        page.QuerySelector($"details #comment-{comment}.is-settled").ShouldNotBeNull();
        await Should.ThrowAsync<Exception>(() => portal.ReadAsync(db => db.ReviewEntries.Where(e => e.Id == comment).ExecuteUpdateAsync(e => e.SetProperty(x => x.Note, "Other words"), Cancel)));
        await Should.ThrowAsync<Exception>(() => portal.ReadAsync(db => db.ReviewEntries.Where(e => e.Id == comment).ExecuteDeleteAsync(Cancel)));
    }

    [Fact]
    public async Task Where_two_approvals_are_needed_nobody_publishes_before_and_a_change_makes_them_void()
    {
        await portal.RequireApprovalsAsync("Article", 2);
        await portal.MakeAsync("niko", "NetworkEditor");
        await portal.MakeAsync("nora", "NetworkEditor");
        var id = await portal.WrittenAsync("Four eyes", "Article");
        (await portal.TryAsync<PublishContentItem, Cms.Content.ContentItem>("nina", a => a.RunAsync(id, Cancel)))!.Errors.Single().Args.ShouldBe([2, 0]);
        (await portal.AskAsync("fiq", id)).ShouldBeNull();

        (await portal.ApproveAsync("nina", id)).ShouldBeNull();
        (await portal.ApproveAsync("nina", id))!.Kind.ShouldBe(ProblemKind.Conflict);
        await portal.RewriteAsync("niko", id, "Mended by a reader.");
        (await portal.ApproveAsync("niko", id))!.Kind.ShouldBe(ProblemKind.Forbidden, "niko saved the text last");
        (await portal.ApproveAsync("nora", id)).ShouldBeNull();
        (await portal.StateAsync(id)).ShouldBe(ReviewState.InReview, "nina approved another text");
        (await portal.ApproveAsync("nina", id)).ShouldBeNull();
        (await portal.StateAsync(id)).ShouldBe(ReviewState.Published);
        await portal.RequireApprovalsAsync("Article", 0);
    }

    [Fact]
    public async Task Of_two_readers_deciding_at_once_one_is_told_that_the_other_was_faster()
    {
        var id = await portal.AskedForAsync("Decided at once");
        var outcomes = await Task.WhenAll(portal.ReturnAsync("nina", id, "Not yet."), portal.ApproveAsync("admin", id));
        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.OfType<Problem>().Single().Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Fact]
    public async Task Writers_and_readers_do_it_all_on_the_page_of_the_form()
    {
        using var fiq = await portal.SignedInAsync("fiq");
        using var nina = await portal.SignedInAsync("nina");
        var id = await portal.WrittenAsync("On the page");
        var form = await EditorForm.OfAsync(fiq, id);
        form["TitlePart.Title"] = "On the page, saved with it";
        form["reviewNote"] = "Please read.";
        using (var asked = await form.PressAsync("review-request")) asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.StateAsync(id)).ShouldBe(ReviewState.InReview);

        var list = await portal.PageAsync("/admin/review", nina);
        list.QuerySelectorAll(".queue-item .open").ShouldContain(a => a.TextContent == "On the page, saved with it");
        (await portal.PageAsync("/admin", nina)).QuerySelectorAll(".panel a[href$='#review']").ShouldNotBeEmpty();
        var page = await portal.PageAsync($"/admin/content/{id}", nina);
        page.QuerySelector("#review .review-note")!.TextContent.ShouldBe("Please read.");
        using (var refused = await nina.PostFormAsync($"/admin/content/{id}/review/return", new Form { ["note"] = " ", ["__RequestVerificationToken"] = page.TokenOf() })) refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var returned = await nina.PostFormAsync($"/admin/content/{id}/review/return", new Form { ["note"] = "Shorter.", ["__RequestVerificationToken"] = page.TokenOf() })) returned.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await portal.PageAsync("/admin", fiq)).QuerySelectorAll(".panel h3").ShouldContain(h => h.TextContent == "Returned to me");
        form = await EditorForm.OfAsync(fiq, id);
        form["MarkdownBodyPart.Markdown"] = "The street is dark.";
        using (var again = await form.PressAsync("review-request")) again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PageAsync($"/admin/content/{id}/review/changes", nina)).QuerySelector(".review-diff del")!.TextContent.ShouldContain("promised");

        // What a reader approves is the text on their screen: who reads an older one is told so.
        var read = await EditorForm.OfAsync(nina, id);
        await portal.RewriteAsync("fiq", id, "Changed a moment before.");
        using (var stale = await read.PressAsync("review-approve")) stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        read = await EditorForm.OfAsync(nina, id);
        using (var approved = await read.PressAsync("review-approve")) approved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.StateAsync(id)).ShouldBe(ReviewState.Published);
    }

    [Fact]
    public async Task A_change_of_a_public_text_is_saved_and_asked_for_in_one_step_and_without_a_change_the_form_says_what_to_do()
    {
        using var fiq = await portal.SignedInAsync("fiq");
        var id = await portal.AskedForAsync("Public already");
        (await portal.ApproveAsync("nina", id)).ShouldBeNull();
        var published = (await portal.ItemAsync(id)).PublishedVersionId;
        (await portal.PageAsync($"/admin/content/{id}", fiq)).QuerySelector("#review button[value=review-request]").ShouldNotBeNull();

        var form = await EditorForm.OfAsync(fiq, id);
        form["reviewNote"] = "A newer number.";
        using (var nothing = await form.PressAsync("review-request"))
        {
            nothing.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var page = await nothing.Content.ReadAsStringAsync(Cancel);
            page.ShouldContain("Nothing was changed");
            page.ShouldContain("A newer number.");
        }

        form["MarkdownBodyPart.Markdown"] = "The street is dark, says the count of 2026.";
        using (var asked = await form.PressAsync("review-request")) asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.StateAsync(id)).ShouldBe(ReviewState.InReview);
        (await portal.ItemAsync(id)).PublishedVersionId.ShouldBe(published, "readers go on reading the text of before");

        // Who reads it sees at once what it changes for the public.
        using var nina = await portal.SignedInAsync("nina");
        var link = (await portal.PageAsync($"/admin/content/{id}", nina)).QuerySelector("#review a[href$='/versions/waiting']")!.GetAttribute("href")!;
        using var waiting = await nina.AskAsync(link);
        var changes = await portal.PageAsync(waiting.Headers.Location!.ToString(), nina);
        changes.QuerySelectorAll(".version-field ins").ShouldContain(i => i.TextContent.Contains("2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_costs_the_same_however_much_is_in_review()
    {
        using var nina = await portal.SignedInAsync("nina");
        await portal.AskedForAsync("The first");
        await portal.PageAsync("/admin/review", nina);
        portal.Queries.Reset();
        await portal.PageAsync("/admin/review", nina);
        var one = portal.Queries.Count;
        for (var i = 0; i < 8; i++)
        {
            var id = await portal.AskedForAsync($"Number {i}");
            (await portal.TryAsync<CommentOnPassage, Done>("nina", a => a.RunAsync(new(id, "TitlePart.Title", null, "Shorter?"), Cancel))).ShouldBeNull();
        }

        await portal.PageAsync("/admin/review", nina);
        portal.Queries.Reset();
        (await portal.PageAsync("/admin/review", nina)).QuerySelectorAll(".queue-item").Length.ShouldBeGreaterThan(8);
        portal.Queries.Count.ShouldBe(one);
        foreach (var query in new[] { "?who=mine", "?who=unassigned", "?who=asked", "?returned=true", "?type=Debate", "?organisation=org-fiq", "?page=99" }) await portal.PageAsync("/admin/review" + query, nina);
    }
}

public sealed class ReviewTestsOnSqlite(SharedPortal shared) : ReviewTests(shared.Portal), IClassFixture<SharedPortal>;

public sealed class ReviewTestsOnPostgres(SharedPostgresPortal shared) : ReviewTests(shared.Portal), IClassFixture<SharedPostgresPortal>;
