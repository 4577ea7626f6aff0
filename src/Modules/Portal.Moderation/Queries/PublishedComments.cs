using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Api;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Queries;

/// <summary>The comments on a consultation's page, in a constant number of queries however many there are: the counts, the newest of them, their answers and what belongs to them. All is kept until something about the consultation changes.</summary>
public sealed class PublishedComments(PortalDb db, FindConsultation find, ConsultationPreview preview, SeenTexts texts, CommentBelongings extras, ReasonList reasons, TaggedCache cache, PageCaching caching, IHttpContextAccessor http) : IContentSection, ICommentCounts
{
    /// <summary>Comments shown on one page of a consultation; <c>?page=2</c> shows earlier ones.</summary>
    public const int PageSize = 50;

    public bool AppliesTo(string contentType) => contentType == nameof(Consultation);

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        if ((preview.FactsOf(page.Set) ?? await find.RunAsync(page.Set, cancel)) is not { } consultation) return [];

        caching.VaryBy("page");
        caching.Tag(ReasonList.Tag);
        var shown = await CountAsync(page.Set, cancel);
        var counts = Public(shown);
        var pages = Math.Max(1, (shown.Where(s => !s.AreReplies).Sum(s => s.Count) + PageSize - 1) / PageSize);
        var number = Math.Min(PageNumber(), pages);
        var comments = await NewestAsync(page.Set, number, cancel);
        var isOpen = consultation.Milestones.PhaseAt(preview.NowFor(page.Set)) == Phase.Open;
        var action = isOpen ? $"/{page.Culture.Code}/submission/check" : null;

        SectionTalk Talk(string? id, int? number) =>
            new(page.Set, id, number, consultation.Zone, comments.GetValueOrDefault(id ?? "", CommentList.Empty), counts.GetValueOrDefault(id ?? ""), action, ReceiveSubmission.LongestBody)
            {
                MayReply = isOpen && consultation.AllowsReplies, MayAgree = isOpen && consultation.AllowsAgreeing, ShowsAgreed = consultation.AllowsAgreeing, Level = consultation.ParticipationLevel, IsPreview = preview.Shows(page.Set),
            };
        return
        [
            new("meta", null, "_CommentTotal", new CommentTotal(counts.Values.Sum())),
            new("meta", null, "_ModerationLink", $"{http.HttpContext?.Request.Path.Value?.TrimEnd('/')}/moderation"),
            .. page.SectionIds.Select(id => new SectionPart("section", id, "_SectionTalk", Talk(id, Number(consultation, id)))),
            .. await AbsentAsync(page, consultation, counts, comments, cancel),
            new("general", null, "_SectionTalk", Talk(null, null)),
            .. pages > 1 ? [new SectionPart("after", null, "_CommentPages", new CommentPages(number, pages))] : Array.Empty<SectionPart>(),
        ];
    }

    /// <summary>Comments on sections that were taken out of the text, or that this culture has no words for, stay readable.</summary>
    async Task<IEnumerable<SectionPart>> AbsentAsync(ContentPage page, ConsultationFacts consultation, Dictionary<string, int> counts, Dictionary<string, CommentList> comments, CancellationToken cancel)
    {
        var ids = counts.Keys.Union(comments.Keys, StringComparer.Ordinal).Where(id => id.Length > 0).Except(page.SectionIds, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) return [];

        var absent = await cache.GetAsync(("absent-sections", page.Set, page.Culture.Code, string.Join(' ', ids)), [Tags.Set(page.Set)], () => texts.AbsentAsync(page.Set, ids, consultation.SectionIds, page.Culture, cancel), found => 1 + (4 * found.Count));
        return [new("absent", null, "_AbsentSections", absent.Select((section, index) => new AbsentTalk(section, new(
            page.Set, section.SectionId, null, consultation.Zone, comments.GetValueOrDefault(section.SectionId, CommentList.Empty), counts.GetValueOrDefault(section.SectionId), null, 0) { Anchor = $"absent-{index + 1}" })).ToList())];
    }

    public async Task<IReadOnlyDictionary<string, int>> ForAsync(string consultationSet, CancellationToken cancel) => Public(await CountAsync(consultationSet, cancel));

    /// <summary>How many of one kind a section shows: comments, or placeholders.</summary>
    sealed record Shares(string Section, bool AreReplies, bool ArePlaceholders, int Count);

    /// <summary>What shows is named, not what does not: so its rows alone are read.</summary>
    ValueTask<List<Shares>> CountAsync(string set, CancellationToken cancel) => cache.GetAsync(("comment-counts", set), [Tags.Set(set)], () =>
        db.Submissions.Where(s => s.ConsultationSet == set && s.QuestionnaireVersion == null && (s.Appearance == Appearance.Text || s.Appearance == Appearance.Placeholder))
            .GroupBy(s => new { Section = s.SectionId ?? "", AreReplies = s.ReplyToId != null, s.Appearance })
            .Select(g => new Shares(g.Key.Section, g.Key.AreReplies, g.Key.Appearance != Appearance.Text, g.Count())).ToListAsync(cancel));

    static Dictionary<string, int> Public(List<Shares> shown) => shown.Where(s => !s.ArePlaceholders).GroupBy(s => s.Section, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(s => s.Count), StringComparer.Ordinal);

    ValueTask<Dictionary<string, CommentList>> NewestAsync(string set, int page, CancellationToken cancel) =>
        cache.GetAsync(("comments", set, page), [Tags.Set(set), ReasonList.Tag], () => ReadAsync(set, page, cancel), WeightOf);

    /// <summary>A comment takes about a kilobyte and a half, and two more as the HTML of each culture that asked.</summary>
    static int WeightOf(Dictionary<string, CommentList> comments) => 1 + (10 * comments.Values.Sum(section => section.Sum(c => 1 + c.Replies.Count)));

    async Task<Dictionary<string, CommentList>> ReadAsync(string set, int page, CancellationToken cancel)
    {
        var shown = db.Submissions.Where(s => s.ConsultationSet == set && s.QuestionnaireVersion == null && s.Appearance != Appearance.None);
        var comments = await RowsAsync(shown.Where(s => s.ReplyToId == null).OrderByDescending(s => s.ReceivedUtc).ThenBy(s => s.Id).Skip((page - 1) * PageSize).Take(PageSize), cancel);
        var ids = comments.Select(c => c.Id).ToList();
        // Answers that were given stay, whether or not more are allowed.
        var replies = (await CountAsync(set, cancel)).Exists(s => s.AreReplies)
            ? (await RowsAsync(shown.Where(s => s.ReplyToId != null && ids.Contains(s.ReplyToId)), cancel)).OrderBy(r => r.ReceivedUtc).ToLookup(r => r.ReplyToId!, StringComparer.Ordinal)
            : Array.Empty<Row>().ToLookup(r => r.Id, StringComparer.Ordinal);
        var belongings = await extras.OfAsync([.. comments.Concat(replies.SelectMany(g => g)).Select(r => (r.Id, r.State))], cancel);
        var changed = await texts.ChangedAsync([.. comments.Where(r => r.SectionId is not null && r.SectionVersionId is not null).Select(r => (r.SectionVersionId!, r.SectionId!)).Distinct()], cancel);
        SeenText? Seen(Row row) => row.Appearance == Appearance.Text ? changed.GetValueOrDefault((row.SectionVersionId ?? "", row.SectionId ?? "")) : null;
        var book = await reasons.GetAsync();
        return comments.AsEnumerable().Reverse().GroupBy(r => r.SectionId ?? "", StringComparer.Ordinal).ToDictionary(
            s => s.Key, s => new CommentList([.. s.Select(r => View(r, belongings, book) with { Seen = Seen(r), Replies = [.. replies[r.Id].Select(reply => View(reply, belongings, book))] })]), StringComparer.Ordinal);
    }

    sealed record Row(
        string Id, string? ReplyToId, string? SectionId, string? SectionVersionId, string Culture, string? DisplayName, string? OnBehalfOf, DateTime ReceivedUtc, SubmissionState State, Appearance Appearance, string Body, string? Reason, int ReasonVersion, string? Redactions);

    Task<List<Row>> RowsAsync(IQueryable<Submission> submissions, CancellationToken cancel) =>
        (from submission in submissions
         join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
         join decision in db.SubmissionDecisions on new { submission.Id, Version = submission.CurrentVersion, Round = submission.DecidedRound } equals new { Id = decision.SubmissionId, decision.Version, Round = (int?)decision.Round } into decisions
         from decision in decisions.DefaultIfEmpty()
         orderby submission.ReceivedUtc descending, submission.Id
         select new Row(
             submission.Id, submission.ReplyToId, submission.SectionId, submission.SectionVersionId, submission.Culture, submission.DisplayName, submission.OnBehalfOf, submission.ReceivedUtc, submission.State, submission.Appearance,
             // What is not shown does not leave the database on its way to a public page.
             submission.Appearance == Appearance.Text ? version.Body : "", decision.Reason, (int?)decision.ReasonVersion ?? 0, decision.Redactions)).AsNoTracking().ToListAsync(cancel);

    static CommentView View(Row r, Belongings belongings, ReasonBook book)
    {
        var gone = r.Appearance != Appearance.Text;
        Culture.TryFrom(r.Culture, out var language);
        return new(
            r.Id, language ?? Culture.En, gone ? null : r.DisplayName, gone ? null : r.OnBehalfOf, r.ReceivedUtc,
            Citizens.Paragraphs(r.Body, Redaction.Read(r.Redactions)), gone ? r.State : null, book.Held(r.Reason, r.ReasonVersion))
        {
            IsUnreviewed = r.State == SubmissionState.PublishedUnreviewed, Agreed = belongings.Agreed.GetValueOrDefault(r.Id), Files = [.. belongings.Files[r.Id]],
        };
    }

    int PageNumber() => int.TryParse(http.HttpContext?.Request.Query["page"], System.Globalization.CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1000) : 1;

    static int? Number(ConsultationFacts consultation, string sectionId)
    {
        for (var i = 0; i < consultation.SectionIds.Count; i++)
        {
            if (consultation.SectionIds[i] == sectionId) return i + 1;
        }

        return null;
    }
}
