using Portal.Cms;
using Portal.Cms.Content;
using Portal.Debates.Models;

namespace Portal.Debates;

/// <summary>Under the Chatham House rule, no public text of a debate names anybody who is listed as a speaker.</summary>
static class NamesInReports
{
    /// <param name="cultures">The texts of a debate, the one being saved first.</param>
    /// <param name="hosts">Names of the organiser and the partners: the announcement says who invites, and a host may speak. The report keeps silent about them too.</param>
    public static void Check(IReadOnlyList<(string Culture, ContentDocument Document)> cultures, IReadOnlyCollection<string> hosts, List<FieldError> errors)
    {
        var names = cultures.SelectMany(c => Speakers(c.Document)).Select(SpeakerName.Of).OfType<SpeakerName>().DistinctBy(n => n.Text, StringComparer.Ordinal).ToList();
        if (names.Count == 0) return;

        var hostWords = hosts.Select(SpeakerName.FoldedWords).ToList();
        var guests = names.Where(n => !hostWords.Any(n.IsIn)).ToList();
        foreach (var (culture, document) in cultures)
        {
            foreach (var (field, text) in Announced(document)) Look(guests, culture, field, text);
            foreach (var (field, text) in Told(document)) Look(names, culture, field, text);
        }

        void Look(IEnumerable<SpeakerName> forbidden, string culture, string field, string text)
        {
            var words = SpeakerName.FoldedWords(text);
            foreach (var name in forbidden.Where(n => n.IsIn(words)))
            {
                errors.Add(new(field, "Under the Chatham House rule this text ({0}) may not name {1}, who is listed as a speaker.", culture, name.Text));
            }
        }
    }

    static IEnumerable<string> Speakers(ContentDocument document) => Agenda(document).SelectMany(i => i.As<AgendaItem>()?.Speakers?.Values ?? []);

    /// <summary>What invites to the debate. The place is left out: a speaker's house may be where people meet.</summary>
    static IEnumerable<(string Field, string Text)> Announced(ContentDocument document)
    {
        yield return ("TitlePart.Title", document.DisplayText);
        if (document.As<Debate>()?.Summary?.Text is { Length: > 0 } summary) yield return ("Debate.Summary", summary);
        if (document.As<MarkdownBodyPart>()?.Markdown is { Length: > 0 } description) yield return ("MarkdownBodyPart.Markdown", description);
    }

    /// <summary>What tells of the debate and how it went.</summary>
    static IEnumerable<(string Field, string Text)> Told(ContentDocument document)
    {
        var debate = document.As<Debate>();
        if (debate?.Report?.Markdown is { Length: > 0 } report) yield return ("Debate.Report", report);
        foreach (var text in debate?.Documents?.MediaTexts ?? []) yield return ("Debate.Documents", text);
        foreach (var text in debate?.Photos?.MediaTexts ?? []) yield return ("Debate.Photos", text);
        foreach (var item in Agenda(document))
        {
            yield return ("Agenda.Title", item.DisplayText);
            if (item.As<AgendaItem>()?.Description?.Text is { Length: > 0 } description) yield return ("Agenda.Description", description);
        }
    }

    static IEnumerable<ContentDocument> Agenda(ContentDocument document) => document.As<BagPart>(Debate.Agenda)?.Items.Select(i => i.Document) ?? [];
}
