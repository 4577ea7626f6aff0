using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Consultations.Models;

/// <summary>A process in which an institution's draft is put to everybody. Its texts are per culture; its times, its order of sections and its rules are shared.</summary>
public sealed class Consultation : ContentPart
{
    [Editor("Summary", "One or two sentences, under the title and in lists.", Lines = 3)]
    public TextField? Summary { get; set; }

    /// <summary>Who decides in the end, in words.</summary>
    [Editor("Who decides in the end", Lines = 2)]
    public TextField? Decider { get; set; }

    /// <summary>The institution addressed.</summary>
    [Shared, Editor("Institution addressed"), Picks("Organisation")]
    public LocalizationSetContentPickerField? Institution { get; set; }

    [Shared, Editor("Decision expected by")]
    public DateField? DecisionExpected { get; set; }

    /// <summary>IANA zone in which all the times below are meant.</summary>
    [Shared, Editor("Time zone", "All times of this form are meant in it.", Choices = typeof(TimeZones))]
    public TextField? TimeZone { get; set; }

    [Shared, Editor("Announced")]
    public DateTimeField? Announced { get; set; }

    [Shared, Editor("Opens")]
    public DateTimeField? Opens { get; set; }

    /// <summary>The first instant at which nothing is accepted any more.</summary>
    [Shared, Editor("Closes", "From this moment on nothing is accepted.")]
    public DateTimeField? Closes { get; set; }

    [Shared, Editor("Analysis begins")]
    public DateTimeField? AnalysisStarted { get; set; }

    [Shared, Editor("Report published")]
    public DateTimeField? Reported { get; set; }

    [Shared, Editor("Archived")]
    public DateTimeField? Archived { get; set; }

    /// <summary>Who may take part: <c>guest</c>, <c>confirmed-email</c>, <c>account</c> or <c>organisation</c>.</summary>
    [Shared, Editor("Who may take part", Choices = typeof(ParticipationLevels))]
    public TextField? ParticipationLevel { get; set; }

    /// <summary><c>pre</c>: published after a moderator's decision. <c>post</c>: published at once, moderated afterwards.</summary>
    [Shared, Editor("Moderation", Choices = typeof(ModerationModes))]
    public TextField? Moderation { get; set; }

    /// <summary>Section ids in the order in which they are numbered.</summary>
    [Shared, OrderOf(Sections)]
    public MultiTextField? SectionOrder { get; set; }

    /// <summary>Background documents; the texts are their titles.</summary>
    [Editor("Background documents")]
    public MediaField? Documents { get; set; }

    /// <summary>Analyses, debates and other items that belong to it.</summary>
    [Shared, Editor("Related items"), Picks("PolicyAnalysis", "Debate", "CaseStudy", "Article", "Recommendation", Many = true)]
    public LocalizationSetContentPickerField? Related { get; set; }

    /// <summary>Name of the bag that holds the sections' texts.</summary>
    public const string Sections = "Sections";

    public const string DefaultZone = "Europe/Belgrade";

    [System.Text.Json.Serialization.JsonIgnore]
    public string Zone => TimeZone?.Text is { Length: > 0 } zone ? zone : DefaultZone;

    /// <returns>The instants at which the consultation changes by itself; null while it has no window.</returns>
    public Milestones? Milestones() => Opens?.InstantIn(Zone) is { } opens && Closes?.InstantIn(Zone) is { } closes
        ? new(Announced?.InstantIn(Zone) ?? opens, opens, closes, AnalysisStarted?.InstantIn(Zone), Reported?.InstantIn(Zone), Archived?.InstantIn(Zone))
        : null;
}
