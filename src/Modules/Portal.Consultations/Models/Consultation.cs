using Portal.Cms.Content;

namespace Portal.Consultations.Models;

/// <summary>A process in which an institution's draft is put to everybody. Its texts are per culture; its times, its order of sections and its rules are shared.</summary>
public sealed class Consultation : ContentPart
{
    public TextField? Summary { get; set; }

    /// <summary>Who decides in the end, in words.</summary>
    public TextField? Decider { get; set; }

    /// <summary>The institution addressed.</summary>
    [Shared] public LocalizationSetContentPickerField? Institution { get; set; }
    [Shared] public DateField? DecisionExpected { get; set; }

    /// <summary>IANA zone in which all the times below are meant.</summary>
    [Shared] public TextField? TimeZone { get; set; }
    [Shared] public DateTimeField? Announced { get; set; }
    [Shared] public DateTimeField? Opens { get; set; }
    /// <summary>The first instant at which nothing is accepted any more.</summary>
    [Shared] public DateTimeField? Closes { get; set; }
    [Shared] public DateTimeField? AnalysisStarted { get; set; }
    [Shared] public DateTimeField? Reported { get; set; }
    [Shared] public DateTimeField? Archived { get; set; }

    /// <summary>Who may take part: <c>guest</c>, <c>confirmed-email</c>, <c>account</c> or <c>organisation</c>.</summary>
    [Shared] public TextField? ParticipationLevel { get; set; }

    /// <summary><c>pre</c>: published after a moderator's decision. <c>post</c>: published at once, moderated afterwards.</summary>
    [Shared] public TextField? Moderation { get; set; }

    /// <summary>Section ids in the order in which they are numbered.</summary>
    [Shared] public MultiTextField? SectionOrder { get; set; }

    /// <summary>Background documents; the texts are their titles.</summary>
    public MediaField? Documents { get; set; }

    /// <summary>Analyses, debates and other items that belong to it.</summary>
    [Shared] public LocalizationSetContentPickerField? Related { get; set; }

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
