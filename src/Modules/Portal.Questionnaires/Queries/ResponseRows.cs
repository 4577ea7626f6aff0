using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Queries;

/// <summary>One response with all that an export may need of it.</summary>
/// <param name="Redactions">Passages of the body that the public does not see.</param>
/// <param name="IsCleared">A moderator has cleared the words, whole or with passages hidden, and nothing hides them now.</param>
public sealed record ResponseRow(string SubmissionId, int Version, string Json, string Culture, string Channel, SubmissionState State, DateTime ReceivedUtc, string? OnBehalfOf, string Body, string? Redactions, bool IsCleared)
{
    /// <returns>The words of an answer; hidden passages as ▮▮▮ unless all is to be shown.</returns>
    public string WordsOf(StoredAnswer answer, bool all)
    {
        if (ResponseText.WordsOf(answer, Body) is not { } words) return "";
        return all ? words : string.Join("\n\n", Citizens.Paragraphs(words, ResponseText.Within(answer, Redaction.Read(Redactions))).Select(p => string.Concat(p.Select(piece => piece.Text ?? "▮▮▮"))));
    }
}

/// <summary>The responses that count, a thousand at a time: however many there are, one page of them is in memory.</summary>
public sealed class ResponseRows(PortalDb db)
{
    const int PageSize = 1000;

    /// <summary>In the order of their ids, which is random: it tells nothing of when they came.</summary>
    public async IAsyncEnumerable<ResponseRow> OfAsync(string consultationSet, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = ""; ;)
        {
            var page = await Page(consultationSet, last).ToListAsync(cancel);
            foreach (var row in page) yield return row;
            if (page.Count < PageSize) yield break;
            last = page[^1].SubmissionId;
        }
    }

    IQueryable<ResponseRow> Page(string set, string after)
    {
        var (texts, decisions) = (db.SubmissionVersions, db.SubmissionDecisions);
        return (from c in Counted.In(db, set)
                join v in texts on new { c.Submission.Id, Number = c.Submission.CurrentVersion } equals new { Id = v.SubmissionId, v.Number }
                join d in decisions on new { c.Submission.Id, Version = c.Submission.CurrentVersion, Round = c.Submission.DecidedRound } equals new { Id = d.SubmissionId, d.Version, Round = (int?)d.Round } into made
                from d in made.DefaultIfEmpty()
#pragma warning disable CA1309 // In SQL this becomes >, which compares bytes on both databases.
                where string.Compare(c.Response.SubmissionId, after) > 0
#pragma warning restore CA1309
                orderby c.Response.SubmissionId
                select new ResponseRow(c.Response.SubmissionId, c.Response.Version, c.Response.Json, c.Submission.Culture, c.Submission.Channel, c.Submission.State, c.Submission.ReceivedUtc, c.Submission.OnBehalfOf, v.Body, d.Redactions, c.Submission.Appearance == Appearance.Text && c.Submission.DecidedRound != null))
            .AsNoTracking().Take(PageSize);
    }
}
