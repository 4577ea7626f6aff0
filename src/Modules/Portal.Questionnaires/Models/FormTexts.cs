namespace Portal.Questionnaires.Models;

/// <summary>Everything a questionnaire says in one culture. Plain text.</summary>
public sealed record FormTexts
{
    public static readonly FormTexts None = new();

    public string Title { get; init; } = "";
    public string Introduction { get; init; } = "";
    public IReadOnlyDictionary<string, PageTexts> Pages { get; init; } = new Dictionary<string, PageTexts>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, QuestionTexts> Questions { get; init; } = new Dictionary<string, QuestionTexts>(StringComparer.Ordinal);

    public PageTexts Of(Page page) => Pages.GetValueOrDefault(page.Key) ?? PageTexts.None;

    public QuestionTexts Of(Question question) => Questions.GetValueOrDefault(question.Key) ?? QuestionTexts.None;
}

public sealed record PageTexts
{
    public static readonly PageTexts None = new();

    public string Title { get; init; } = "";
    public string Introduction { get; init; } = "";
}

public sealed record QuestionTexts
{
    public static readonly QuestionTexts None = new();

    /// <summary>The question itself.</summary>
    public string Title { get; init; } = "";
    public string Help { get; init; } = "";
    /// <summary>Number: what it counts, such as years.</summary>
    public string Unit { get; init; } = "";
    /// <summary>Scale: what its ends mean.</summary>
    public string LeastLabel { get; init; } = "";
    public string GreatestLabel { get; init; } = "";
    /// <summary>Labels by option key.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Label(string option) => Options.GetValueOrDefault(option) ?? "";
}
