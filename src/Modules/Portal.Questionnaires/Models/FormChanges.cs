namespace Portal.Questionnaires.Models;

/// <summary>A difference between a published questionnaire and the one that is to follow it.</summary>
/// <param name="Question">Key; empty for the questionnaire as a whole.</param>
/// <param name="Message">English message id: what changes, and what becomes of answers given before.</param>
/// <param name="Shortens">It takes something away that people can answer now. Not while the consultation is open.</param>
public sealed record FormChange(string Question, string Message, bool Shortens = false);

/// <summary>What publishing the next version changes for those who answer, and for the answers that are there.</summary>
public static class FormChanges
{
    public static IReadOnlyList<FormChange> Between(Form published, Form next) =>
    [
        .. from question in next.Questions
           let before = published.Find(question.Key)
           from change in before is null ? Added(question) : Changed(before, question)
           select change,
        .. from question in published.Questions
           where next.Find(question.Key) is null
           select new FormChange(question.Key, "The question goes. Earlier answers stay readable and are counted as they were asked.", Shortens: true),
        .. from culture in FormCheck.CulturesOf(published).Except(FormCheck.CulturesOf(next), StringComparer.Ordinal)
           select new FormChange("", "A language in which people can answer now would be lost.", Shortens: true),
        .. TextsDiffer(published, next) ? [new FormChange("", "Some texts are worded otherwise. Earlier answers keep the words that they were given to.")] : Array.Empty<FormChange>(),
    ];

    static IEnumerable<FormChange> Added(Question question)
    {
        yield return question.IsRequired
            ? new(question.Key, "New and required: for everyone who begins from now on. Earlier answers stay as they are, without it.")
            : new(question.Key, "New. Earlier answers stay as they are, without it.");
    }

    static IEnumerable<FormChange> Changed(Question before, Question now)
    {
        if (before.Kind != now.Kind)
        {
            yield return new(now.Key, "The question is answered in another way.", Shortens: true);
            yield break;
        }

        if (before.Options.Except(now.Options, StringComparer.Ordinal).Any() || (before.HasOther && !now.HasOther)) yield return new(now.Key, "An option goes.", Shortens: true);
        if (now.Options.Except(before.Options, StringComparer.Ordinal).Any() || (now.HasOther && !before.HasOther)) yield return new(now.Key, "An option is new. Who answered before could not choose it.");
        if (IsTighter(before, now)) yield return new(now.Key, "Limits become tighter.", Shortens: true);
        if (before.HasReason && !now.HasReason) yield return new(now.Key, "The room for a reason goes.", Shortens: true);
        if (now.IsRequired && !before.IsRequired) yield return new(now.Key, "Required from now on. Earlier answers without it stay valid.");
        if (now.IsPublished != before.IsPublished) yield return new(now.Key, now.IsPublished ? "What people write is published from now on. What was written before is not." : "What people write is no longer published. What was written before stays as it was promised.");
        if (now.ShownWhen != before.ShownWhen) yield return new(now.Key, "It is shown under another condition.");
    }

    static bool IsTighter(Question before, Question now) =>
        IsAbove(now.FewestChoices, before.FewestChoices) || IsAbove(now.Least, before.Least) || now.Earliest > (before.Earliest ?? DateOnly.MinValue)
        || IsBelow(now.MostChoices, before.MostChoices) || IsBelow(now.Greatest, before.Greatest) || now.Latest < (before.Latest ?? DateOnly.MaxValue)
        || AnswerRules.LongestText(now) < AnswerRules.LongestText(before);

    static bool IsAbove(decimal? now, decimal? before) => now is not null && (before is null || now > before);

    static bool IsBelow(decimal? now, decimal? before) => now is not null && (before is null || now < before);

    static bool TextsDiffer(Form published, Form next) => published.Texts.Any(t =>
        published.Questions.Any(q => next.Find(q.Key) is not null && t.Value.Of(q).Title != next.TextsIn(t.Key).Of(q).Title));
}
