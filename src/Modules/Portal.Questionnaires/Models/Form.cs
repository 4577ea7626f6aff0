using System.Text.Json.Serialization;

namespace Portal.Questionnaires.Models;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One option of several.</summary>
    Single,
    /// <summary>Any number of options, within limits.</summary>
    Multiple,
    /// <summary>A whole number between two ends that have names.</summary>
    Scale,
    Number,
    Date,
    ShortText,
    LongText,
    /// <summary>A term of the taxonomy of municipalities.</summary>
    Municipality,
    /// <summary>Yes or no, with room for the reason.</summary>
    YesNo,
}

/// <summary>A questionnaire: its pages and questions, the same in every culture, and its texts per culture. A published one never changes; editing makes the next.</summary>
public sealed record Form
{
    public IReadOnlyList<Page> Pages { get; init; } = [];

    /// <summary>By content culture (never <c>sr-Latn</c>, which is rendered from <c>sr</c>).</summary>
    public IReadOnlyDictionary<string, FormTexts> Texts { get; init; } = new Dictionary<string, FormTexts>(StringComparer.Ordinal);

    [JsonIgnore]
    public IEnumerable<Question> Questions => Pages.SelectMany(p => p.Questions);

    public Question? Find(string key) => Questions.FirstOrDefault(q => q.Key == key);

    public Page? PageOf(string questionKey) => Pages.FirstOrDefault(p => p.Questions.Any(q => q.Key == questionKey));

    public FormTexts TextsIn(string contentCode) => Texts.GetValueOrDefault(contentCode) ?? FormTexts.None;
}

/// <summary>Questions that are shown together.</summary>
/// <param name="Key">Stable; unique among pages.</param>
public sealed record Page(string Key)
{
    public IReadOnlyList<Question> Questions { get; init; } = [];
    /// <summary>Null = always.</summary>
    public Condition? ShownWhen { get; init; }
}

/// <summary>One question without its texts.</summary>
/// <param name="Key">Stable across versions and cultures: answers, figures and columns of exports go by it.</param>
public sealed record Question(string Key, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] QuestionKind Kind)
{
    public bool IsRequired { get; init; }

    /// <summary>What people write in answer is published, once a moderator has decided. Otherwise moderators and those who analyse read it, and nobody else.</summary>
    public bool IsPublished { get; init; }

    /// <summary>It asks who the person is, not what they think: figures below the smallest cell are not shown, and public rows leave it out.</summary>
    public bool IsAboutPerson { get; init; }

    /// <summary>Keys of the options, in order; for single and multiple choice.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The last option is "other", with room to say what.</summary>
    public bool HasOther { get; init; }

    /// <summary>Yes or no: there is room for the reason.</summary>
    public bool HasReason { get; init; }

    /// <summary>Multiple choice: how many options have to be and may be chosen.</summary>
    public int? FewestChoices { get; init; }
    public int? MostChoices { get; init; }

    /// <summary>Scale and number: the ends.</summary>
    public decimal? Least { get; init; }
    public decimal? Greatest { get; init; }

    public DateOnly? Earliest { get; init; }
    public DateOnly? Latest { get; init; }

    /// <summary>Longest text in UTF-16 units; null = the kind's own limit.</summary>
    public int? Longest { get; init; }

    /// <summary>Null = whenever its page is.</summary>
    public Condition? ShownWhen { get; init; }
}

/// <summary>What an earlier answer has to be like.</summary>
public enum Test
{
    /// <summary>One of the values was chosen.</summary>
    OneOf,
    /// <summary>It was answered, with none of the values.</summary>
    NoneOf,
    AtLeast,
    AtMost,
    /// <summary>It was answered at all.</summary>
    Answered,
}

/// <summary>A page or a question is shown when one earlier question, or several, were answered in a certain way. A question that was not shown itself counts as not answered.</summary>
/// <param name="Question">Key of the earlier question.</param>
/// <param name="Values">Options for <see cref="Test.OneOf"/> and <see cref="Test.NoneOf"/>; one number, in the invariant culture, for <see cref="Test.AtLeast"/> and <see cref="Test.AtMost"/>.</param>
public sealed record Condition(string Question, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Test Test, IReadOnlyList<string> Values)
{
    /// <summary>Further earlier answers that it looks at, each a plain condition of its own.</summary>
    public IReadOnlyList<Condition> Also { get; init; } = [];

    /// <summary>Of several, one is enough; otherwise all have to hold.</summary>
    public bool IsAny { get; init; }

    /// <summary>It and the further ones, each by itself.</summary>
    [JsonIgnore]
    public IEnumerable<Condition> All => [this with { Also = [], IsAny = false }, .. Also];

    public bool Equals(Condition? other) => other is not null && Question == other.Question && Test == other.Test && IsAny == other.IsAny && Values.SequenceEqual(other.Values, StringComparer.Ordinal) && Also.SequenceEqual(other.Also);
    public override int GetHashCode() => HashCode.Combine(Question, Test, Values.Count, Also.Count);
}
