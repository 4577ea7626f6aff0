using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Debates.Models;

/// <summary>A public debate, round table, dialogue, workshop, broadcast or training.</summary>
public sealed class Debate : ContentPart
{
    /// <summary>One of <see cref="DebateKinds"/>.</summary>
    [Shared] public TextField? Kind { get; set; }
    public TextField? Summary { get; set; }

    /// <summary>IANA zone in which all the times below are meant.</summary>
    [Shared] public TextField? TimeZone { get; set; }
    [Shared] public DateTimeField? Starts { get; set; }
    [Shared] public DateTimeField? Ends { get; set; }
    [Shared] public DateTimeField? RegistrationOpens { get; set; }
    [Shared] public DateTimeField? RegistrationCloses { get; set; }
    /// <summary>Places; none = as many as come.</summary>
    [Shared] public NumericField? Capacity { get; set; }

    public TextField? Place { get; set; }
    [Shared] public LinkField? OnlineLink { get; set; }
    /// <summary>Codes of the languages spoken, and of those interpreted into.</summary>
    [Shared] public MultiTextField? Languages { get; set; }
    [Shared] public MultiTextField? Interpretation { get; set; }
    [Shared] public LocalizationSetContentPickerField? Partners { get; set; }
    public TextField? Accessibility { get; set; }

    /// <summary>One of <see cref="AttributionRules"/>.</summary>
    [Shared] public TextField? AttributionRule { get; set; }
    /// <summary>Who may see names under the Chatham House rule: <c>organisers</c> or <c>participants</c>. The public never does.</summary>
    [Shared] public TextField? NamesVisibleTo { get; set; }

    public MediaField? Documents { get; set; }
    public MarkdownField? Report { get; set; }
    public MediaField? Photos { get; set; }
    [Shared] public NumericField? ParticipantsTotal { get; set; }
    [Shared] public NumericField? ParticipantsWomen { get; set; }
    [Shared] public NumericField? ParticipantsYouth { get; set; }
    [Shared] public NumericField? ParticipantsMinority { get; set; }

    /// <summary>Name of the bag that holds the agenda.</summary>
    public const string Agenda = "Agenda";

    public const string DefaultZone = "Europe/Belgrade";

    [System.Text.Json.Serialization.JsonIgnore]
    public string Zone => TimeZone?.Text is { Length: > 0 } zone && Dates.IsZone(zone) ? zone : DefaultZone;
}
