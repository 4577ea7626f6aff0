using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Moderation.Abuse;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.ViewModels;

/// <summary>One of the earlier answers that a question hangs on.</summary>
/// <param name="Met">Whether it is as it has to be; null where it is given on the same page and may change.</param>
public sealed record ShownIf(string Question, Test Test, IReadOnlyList<string> Values, bool? Met)
{
    /// <summary>For the script of the page: names in camel case, tests as words.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}

/// <summary>One question as somebody answers it.</summary>
/// <param name="Number">1-based among the questions that the person is asked.</param>
/// <param name="Typed">What stands in its inputs, by name: what was typed, right or wrong.</param>
/// <param name="IsShown">False: its condition, on a question of the same page, does not hold yet.</param>
/// <param name="Municipalities">For the kind that chooses one; empty otherwise.</param>
public sealed record QuestionView(
    Question Question, QuestionTexts Texts, Culture Culture, IReadOnlyDictionary<string, IReadOnlyList<string>> Typed, IReadOnlyList<string> Errors, bool IsShown, IReadOnlyList<ContentName> Municipalities)
{
    /// <summary>What it hangs on; empty = it is always shown.</summary>
    public IReadOnlyList<ShownIf> Conditions { get; init; } = [];
    /// <summary>Id of the element that an error leads to.</summary>
    public string Id => $"q-{Question.Key}";

    /// <summary>Name of its inputs.</summary>
    public string Name => $"a.{Question.Key}";

    public string Value(string name) => Typed.GetValueOrDefault(name) is [var first, ..] ? first : "";

    public bool Chose(string option) => Typed.GetValueOrDefault(Name)?.Contains(option, StringComparer.Ordinal) == true;

    public string Render(string text) => Culture.Render(text);

    public string? DescribedBy => string.Join(' ', new[] { Texts.Help.Length > 0 || Question.Kind is QuestionKind.Multiple or QuestionKind.Date ? $"{Id}-help" : null, Errors.Count > 0 ? $"{Id}-error" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

/// <summary>What every page of a questionnaire knows of the consultation around it.</summary>
/// <param name="Level">Who may take part (<see cref="ParticipationLevels"/>).</param>
public sealed record AnsweringFrame(string ConsultationSet, string ConsultationTitle, string ConsultationHref, string Address, Culture Culture, string Title, string Zone, Milestones Milestones, string Level = "guest", bool IsPreview = false);

/// <summary>A page of a questionnaire with its questions.</summary>
/// <param name="Introduction">Of the whole; on the first page only.</param>
/// <param name="Draft">Code of the draft; null before anything was sent.</param>
/// <param name="Step">1-based position among the pages that the person sees.</param>
/// <param name="Notice">English message id of something to be told above the questions.</param>
public sealed record PageView(AnsweringFrame Frame, Page Page, PageTexts Texts, string? Introduction, IReadOnlyList<QuestionView> Questions, int Version, string? Draft, int Step, int Steps, string? Notice = null)
{
    public bool IsFirst => Step == 1;

    /// <summary>What kept the page from being taken in and belongs to no question, in the reader's language.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>An answer on this page may open a further one.</summary>
    public bool MayOpenMore { get; init; }
}

/// <summary>An answer in words, for checking and for copying.</summary>
/// <param name="Words">Lines; empty = not answered.</param>
public sealed record AnsweredQuestion(Question Question, string Title, IReadOnlyList<string> Words, string? Error = null)
{
    public bool IsMissing => Words.Count == 0 && Question.IsRequired;
}

public sealed record AnsweredPage(Page Page, string Title, IReadOnlyList<AnsweredQuestion> Questions);

/// <summary>The page on which answers are checked and sent.</summary>
public sealed record CheckAnswersView(AnsweringFrame Frame, IReadOnlyList<AnsweredPage> Pages, int Version, string Draft, string Ticket, SendForm Form, bool AsksAddress)
{
    /// <summary>The question that has to be answered before the answers are taken; null = none.</summary>
    public Challenge? Challenge { get; init; }
    public bool IsWhole => Pages.SelectMany(p => p.Questions).All(q => !q.IsMissing);
}

/// <summary>What is typed on the last page.</summary>
public sealed class SendForm
{
    public string? Draft { get; set; }
    public string? OnBehalfOf { get; set; }
    public string? Email { get; set; }
    public string? Consent { get; set; }
    public string? Ticket { get; set; }
    /// <summary>Answer to the question, if one was put.</summary>
    public string? Answer { get; set; }
    /// <summary>The number that a script found in the place of an answer.</summary>
    public string? Proof { get; set; }
    /// <summary>Nobody sees it; only machines fill it in.</summary>
    public string? Website { get; set; }
}

/// <summary>Answers that cannot be sent, for copying.</summary>
/// <param name="Message">English message id of why.</param>
public sealed record CopyAnswersView(AnsweringFrame Frame, string Message, IReadOnlyList<AnsweredPage> Pages);

/// <summary>The code with which somebody goes on later.</summary>
public sealed record SavedView(AnsweringFrame Frame, string Draft, DateTime UntilUtc);

public sealed record ResumeView(AnsweringFrame Frame, string? Typed);

/// <summary>The receipt for answers.</summary>
/// <param name="Replaces">Earlier answers were withdrawn for these.</param>
public sealed record ResponseReceiptView(AnsweringFrame Frame, string Receipt, DateTime ReceivedUtc, bool IsRead, bool Replaces);

/// <summary>The questionnaire on its consultation's page.</summary>
/// <param name="Responses">How many answers were received that count.</param>
/// <param name="Cultures">Where people can answer, if not in the reader's culture.</param>
public sealed record QuestionnaireOnPage(string Address, string Title, int Questions, int Responses, Phase Phase, bool IsHere, IReadOnlyList<Culture> Cultures);

/// <summary>All questions of a version, as staff enter answers from paper.</summary>
public sealed record QuestionsOnPaper(int Version, Culture Culture, IReadOnlyList<PageOnPaper> Pages);

public sealed record PageOnPaper(string Title, IReadOnlyList<QuestionView> Questions);
