using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Consultations.Models;

/// <summary>A process in which an institution's draft is put to everybody. Its texts are per culture; its times, its order of sections and its rules are shared.</summary>
public sealed class Consultation : ContentPart
{
    [Editor("Summary", "One or two sentences, under the title and in lists.", Lines = 3)]
    public TextField? Summary { get; set; }

    /// <summary>Who decides in the end, in words.</summary>
    [Editor("Who decides in the end", "Who will take the decision, by what procedure, and how the comments reach them.", "Who asks and who decides", Lines = 2)]
    public TextField? Decider { get; set; }

    /// <summary>The institution addressed.</summary>
    [Shared, Editor("Institution addressed", "Answers for the draft and replies to the comments.", "Who asks and who decides"), Picks("Organisation")]
    public LocalizationSetContentPickerField? Institution { get; set; }

    [Shared, Editor("Decision expected by", null, "Who asks and who decides")]
    public DateField? DecisionExpected { get; set; }

    /// <summary>IANA zone in which all the times below are meant.</summary>
    [Shared, Editor("Time zone", "All times of this form are meant in it.", "When", Choices = typeof(TimeZones))]
    public TextField? TimeZone { get; set; }

    [Shared, Editor("Announced", "From this moment on the public sees it. Left empty, it is announced when it opens.", "When")]
    public DateTimeField? Announced { get; set; }

    [Shared, Editor("Opens", "From this moment on comments are taken.", "When")]
    public DateTimeField? Opens { get; set; }

    /// <summary>The first instant at which nothing is accepted any more.</summary>
    [Shared, Editor("Closes", "From this moment on nothing is accepted. While it is open, it can only be moved on, and the page says so.", "When")]
    public DateTimeField? Closes { get; set; }

    [Shared, Editor("Analysis begins", null, "When")]
    public DateTimeField? AnalysisStarted { get; set; }

    [Shared, Editor("Report published", null, "When")]
    public DateTimeField? Reported { get; set; }

    [Shared, Editor("Archived", null, "When")]
    public DateTimeField? Archived { get; set; }

    /// <summary>Who may take part: <c>guest</c>, <c>confirmed-email</c>, <c>account</c> or <c>organisation</c>.</summary>
    [Shared, Editor("Who may take part", "Everybody, unless there is a good reason. Whoever is below this level is refused, on the page and in the API.", "Who may take part and how", Choices = typeof(ParticipationLevels))]
    public TextField? ParticipationLevel { get; set; }

    /// <summary><c>pre</c>: published after a moderator's decision. <c>post</c>: published at once, moderated afterwards.</summary>
    [Shared, Editor("Moderation", "Before: nothing harmful appears. Afterwards: comments appear at once, and moderators have to be quick.", "Who may take part and how", Choices = typeof(ModerationModes))]
    public TextField? Moderation { get; set; }

    /// <summary>Months after closing for which what the public does not see is kept: names, unpublished texts, hidden passages, addresses.</summary>
    [Shared, Editor("Months kept after closing", "Then names, texts that were not published and hidden passages are erased. Empty: 24.")]
    public NumericField? RetentionMonths { get; set; }

    /// <summary>Comments can be answered, once deep, by who has an account or a confirmed address.</summary>
    [Shared, Editor("Comments can be answered", "By people with an account or a confirmed address; each answer is moderated as a comment is.", "Who may take part and how")]
    public BooleanField? AllowReplies { get; set; }

    /// <summary>Who has an account or a confirmed address can say that they agree with a comment; the number is public.</summary>
    [Shared, Editor("People can agree with comments", "With an account or a confirmed address, once each. Only the number is public.", "Who may take part and how")]
    public BooleanField? AllowAgreeing { get; set; }

    /// <summary>Section ids in the order in which they are numbered.</summary>
    [Shared, OrderOf(Sections)]
    public MultiTextField? SectionOrder { get; set; }

    /// <summary>Background documents; the texts are their titles.</summary>
    [Editor("Background documents", "Files of the media folder: the law in force, studies, the impact assessment.", "What belongs to it")]
    public MediaField? Documents { get; set; }

    /// <summary>Analyses, debates and other items that belong to it.</summary>
    [Shared, Editor("Related items", null, "What belongs to it"), Picks("PolicyAnalysis", "Debate", "CaseStudy", "Article", "Recommendation", Many = true)]
    public LocalizationSetContentPickerField? Related { get; set; }

    /// <summary>Name of the bag that holds the sections' texts.</summary>
    public const string Sections = "Sections";

    /// <summary>Where nothing is set, and what can be set.</summary>
    public const int DefaultRetentionMonths = 24, LongestRetentionMonths = 120;

    public const string DefaultZone = "Europe/Belgrade";

    [System.Text.Json.Serialization.JsonIgnore]
    public string Zone => TimeZone?.Text is { Length: > 0 } zone ? zone : DefaultZone;

    /// <returns>The instants at which the consultation changes by itself; null while it has no window.</returns>
    public Milestones? Milestones() => Opens?.InstantIn(Zone) is { } opens && Closes?.InstantIn(Zone) is { } closes
        ? new(Announced?.InstantIn(Zone) ?? opens, opens, closes, AnalysisStarted?.InstantIn(Zone), Reported?.InstantIn(Zone), Archived?.InstantIn(Zone))
        : null;
}
