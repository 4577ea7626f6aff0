using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Debates.Models;

/// <summary>A public debate, round table, dialogue, workshop, broadcast or training.</summary>
public sealed class Debate : ContentPart
{
    /// <summary>English message id of what is folded at the end of the form.</summary>
    const string After = "After the debate";

    /// <summary>One of <see cref="DebateKinds"/>.</summary>
    [Shared, Editor("Kind", Choices = typeof(DebateKinds))]
    public TextField? Kind { get; set; }

    [Editor("Summary", "One or two sentences, under the title and in lists.", Lines = 3)]
    public TextField? Summary { get; set; }

    /// <summary>IANA zone in which all the times below are meant.</summary>
    [Shared, Editor("Time zone", "All times of this form are meant in it.", Choices = typeof(TimeZones))]
    public TextField? TimeZone { get; set; }

    [Shared, Editor("Begins")]
    public DateTimeField? Starts { get; set; }

    [Shared, Editor("Ends")]
    public DateTimeField? Ends { get; set; }

    [Shared, Editor("Registration opens")]
    public DateTimeField? RegistrationOpens { get; set; }

    [Shared, Editor("Registration closes")]
    public DateTimeField? RegistrationCloses { get; set; }

    /// <summary>Places; none = as many as come.</summary>
    [Shared, Editor("Places", "Left empty: as many as come.")]
    public NumericField? Capacity { get; set; }

    [Editor("Place")]
    public TextField? Place { get; set; }

    [Shared, Editor("Online")]
    public LinkField? OnlineLink { get; set; }

    /// <summary>Codes of the languages spoken, and of those interpreted into.</summary>
    [Shared, Editor("Languages spoken", Choices = typeof(SpokenLanguages))]
    public MultiTextField? Languages { get; set; }

    [Shared, Editor("Interpretation into", Choices = typeof(SpokenLanguages))]
    public MultiTextField? Interpretation { get; set; }

    [Shared, Editor("Partners"), Picks("Organisation", Many = true)]
    public LocalizationSetContentPickerField? Partners { get; set; }

    [Editor("Accessibility", "Steps, lifts, induction loop, quiet room.", Lines = 3)]
    public TextField? Accessibility { get; set; }

    /// <summary>One of <see cref="AttributionRules"/>.</summary>
    [Shared, Editor("May speakers be named?", Choices = typeof(AttributionRules))]
    public TextField? AttributionRule { get; set; }

    /// <summary>Who may see names under the Chatham House rule: <c>organisers</c> or <c>participants</c>. The public never does.</summary>
    [Shared, Editor("Who may see names under the Chatham House rule", Choices = typeof(NameCircles))]
    public TextField? NamesVisibleTo { get; set; }

    [Editor("Documents")]
    public MediaField? Documents { get; set; }

    [Editor("Report", Lines = 10, Fold = After)]
    public MarkdownField? Report { get; set; }

    [Editor("Photos", Fold = After)]
    public MediaField? Photos { get; set; }

    [Shared, Editor("Participants", Fold = After)]
    public NumericField? ParticipantsTotal { get; set; }

    [Shared, Editor("Women among them", Fold = After)]
    public NumericField? ParticipantsWomen { get; set; }

    [Shared, Editor("Young people among them", Fold = After)]
    public NumericField? ParticipantsYouth { get; set; }

    [Shared, Editor("Members of minorities among them", Fold = After)]
    public NumericField? ParticipantsMinority { get; set; }

    /// <summary>Name of the bag that holds the agenda.</summary>
    public const string Agenda = "Agenda";

    public const string DefaultZone = "Europe/Belgrade";

    [System.Text.Json.Serialization.JsonIgnore]
    public string Zone => TimeZone?.Text is { Length: > 0 } zone && Dates.IsZone(zone) ? zone : DefaultZone;
}
