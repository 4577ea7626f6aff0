using Microsoft.AspNetCore.Http;
using Portal.Cms.Localization;
using Portal.Cms;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires.ViewModels;

/// <summary>The questionnaire with everything that can be done to it.</summary>
public sealed record OverviewView(EditedQuestionnaire Edited, IReadOnlyList<Missing> Missing, IReadOnlyList<string> Cultures, IReadOnlyList<FormChange> Changes, bool MayPublish, string? Done, string? Refused);

/// <summary>The form of one question.</summary>
/// <param name="Earlier">Questions that a condition may look at.</param>
public sealed record QuestionEditView(EditedQuestionnaire Edited, Question Question, IReadOnlyDictionary<string, QuestionTexts> Texts, IReadOnlyList<Question> Earlier, Problem? Problem)
{
    /// <summary>What was typed and could not be kept; null = nothing.</summary>
    public IFormCollection? Sent { get; init; }

    /// <summary>A limit of the question.</summary>
    /// <param name="label">In the editor's language.</param>
    /// <param name="kept">Its value, as the input shows it.</param>
    public LimitInput Limit(string name, string label, string? kept) => new(name, label, (string?)Sent?[name] ?? kept, Problem?.Errors.FirstOrDefault(e => e.Field == name));
}

/// <summary>The input of a limit.</summary>
/// <param name="Value">What was typed, right or wrong.</param>
public sealed record LimitInput(string Name, string Label, string? Value, FieldError? Error)
{
    public bool IsOptional { get; init; } = true;
    public string Type { get; init; } = "text";
    public string? InputMode { get; init; } = "numeric";
    public string? Hint { get; init; }
}

public sealed record PageEditView(EditedQuestionnaire Edited, Page Page, IReadOnlyDictionary<string, PageTexts> Texts, IReadOnlyList<Question> Earlier, Problem? Problem);

public sealed record TextsEditView(EditedQuestionnaire Edited, IReadOnlyDictionary<string, FormTexts> Texts, Problem? Problem);

/// <summary>The inputs of a condition.</summary>
public sealed record ConditionInputs(Form Form, Condition? Condition, IReadOnlyList<Question> Earlier);

/// <summary>The inputs of one of the answers that a condition looks at.</summary>
/// <param name="Number">0 for the first.</param>
public sealed record ConditionRow(ConditionInputs Inputs, int Number, Condition? Condition)
{
    /// <summary>Name and id of an input of this row.</summary>
    public string Name(string input) => NameOf(Number, input);

    public static string NameOf(int number, string input) => number == 0 ? input : $"also{number}.{input}";
}

/// <summary>One text in all cultures, side by side.</summary>
/// <param name="Label">In the editor's language.</param>
public sealed record CultureInputs(string Name, string Label, Func<string, string> Value, int Lines = 1, int Longest = FormRules.LongestTitle);

/// <summary>What somebody answered, in words.</summary>
/// <param name="Shown">Culture in which the questions are told.</param>
public sealed record ToldAnswers(int Version, Culture Shown, IReadOnlyList<AnsweredPage> Pages);

/// <summary>The same for the holder of the receipt.</summary>
/// <param name="Receipt">The code as written.</param>
/// <param name="ChangeAt">Path that begins changing them; null where they stay.</param>
public sealed record OwnAnswers(ToldAnswers Told, string Receipt, string? ChangeAt);
