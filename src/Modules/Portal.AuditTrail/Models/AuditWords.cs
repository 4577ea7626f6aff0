using Portal.Cms.Privacy;

namespace Portal.AuditTrail.Models;

/// <summary>What the kinds and verbs of entries are called. What is not here is shown as it was recorded.</summary>
public static class AuditWords
{
    /// <summary>English message id by kind.</summary>
    static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["Content"] = "Content",
        ["Submission"] = "Submission",
        ["User"] = "Account",
        ["Account"] = "Account",
        ["Role"] = "Role",
        ["ApiToken"] = "Token for programs",
        ["Invitation"] = "Invitation",
        ["Setting"] = "Site setting",
        ["Settings"] = "Site setting",
        ["ContentDefinition"] = "Content definition",
        ["Recommendation"] = "Recommendation",
        ["Consultation"] = "Consultation",
        ["Questionnaire"] = "Questionnaire",
        ["Follower"] = "Follower",
        ["Recipe"] = "Recipe",
        ["ModerationReason"] = "Reason of moderation",
        ["ListView"] = "View of a list",
        ["AuditTrail"] = "Audit trail",
        ["TransparencyLog"] = "Transparency log",
        ["Outbox"] = "Waiting mail",
        ["Glossary"] = "Glossary",
        ["InterfaceString"] = "Text of the interface",
        ["Media"] = "File",
        ["MediaFolder"] = "Folder",
        ["Menu"] = "Menu",
        ["Redirect"] = "Redirect",
        ["Review"] = "Review",
        ["Term"] = "Term",
    };

    /// <summary>English message id by verb.</summary>
    static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["Created"] = "begun",
        ["Saved"] = "saved",
        ["Published"] = "published",
        ["Unpublished"] = "taken off the public pages",
        ["DraftDiscarded"] = "draft discarded",
        ["Removed"] = "removed",
        ["Restored"] = "brought back",
        ["Imported"] = "imported",
        ["PublishScheduled"] = "publication scheduled",
        ["UnpublishScheduled"] = "end of publication scheduled",
        ["PublishScheduleCancelled"] = "scheduled publication cancelled",
        ["UnpublishScheduleCancelled"] = "scheduled end of publication cancelled",
        ["PublishScheduleRefused"] = "scheduled publication refused",
        ["UnpublishScheduleRefused"] = "scheduled end of publication refused",
        ["Added"] = "added",
        ["Changed"] = "changed",
        ["Deleted"] = "deleted",
        ["Closed"] = "account closed",
        ["Reopened"] = "opened again",
        ["RolesChanged"] = "roles changed",
        ["SignedIn"] = "signed in",
        ["SignedOut"] = "signed out",
        ["SignInRefused"] = "sign-in refused",
        ["PasswordChanged"] = "password changed",
        ["PasswordReset"] = "password set anew",
        ["Decided"] = "decided",
        ["Received"] = "received",
        ["Withdrawn"] = "withdrawn",
        ["Erased"] = "erased",
        ["Reported"] = "reported",
        ["Appealed"] = "appealed",
        ["Escalated"] = "left to somebody else",
        ["Edited"] = "edited",
        ["Confirmed"] = "confirmed",
        ["Expired"] = "expired",
        ["Sent"] = "sent",
        ["Revoked"] = "revoked",
        ["StatusRecorded"] = "reply recorded",
        ["VerdictRecorded"] = "verdict recorded",
        ["WindowChanged"] = "times changed",
        ["StepRun"] = "step run",
        ["Trimmed"] = "old entries deleted",
        ["FieldAdded"] = "field added",
        ["FieldChanged"] = "field changed",
        ["FieldMoved"] = "field moved",
        ["FieldRemoved"] = "field removed",
        ["PartAttached"] = "part added",
        ["PartMoved"] = "part moved",
        ["TypeCreated"] = "type made",
        ["TypeChanged"] = "type changed",
        ["TypeRemoved"] = "type removed",
        ["TextChanged"] = "words of the form changed",
        ["Reset"] = "back to what is shipped",
        ["Described"] = "described",
        ["Moved"] = "moved",
        ["Replaced"] = "replaced by another file",
        ["Uploaded"] = "uploaded",
        ["Arranged"] = "put in order",
        ["EntryAdded"] = "entry added",
        ["EntrySaved"] = "entry saved",
        ["EntryDeleted"] = "entry deleted",
        ["Merged"] = "merged",
        ["RulesSaved"] = "rules saved",
        ["Requested"] = "review asked for",
        ["Assigned"] = "given to somebody",
        ["Noted"] = "note written",
        ["Commented"] = "passage commented on",
        ["Answered"] = "comment answered",
        ["Resolved"] = "comment settled",
        ["Returned"] = "returned for changes",
        ["Approved"] = "approved",
        ["FeaturesChanged"] = "modules switched on or off",
        ["Entered"] = "entered by the staff",
        ["AttachmentExcluded"] = "attachment kept back",
        ["AttachmentIncluded"] = "attachment shown again",
        ["Agreed"] = "supported",
        ["AgreementAsked"] = "support waits for confirmation",
        ["ConfirmationResent"] = "confirmation sent again",
        ["DocumentBrought"] = "document brought in",
        ["Worded"] = "worded anew",
        ["Retried"] = "tried again",
        ["KeyRotated"] = "key changed",
        ["Registered"] = "registered",
        ["AddressChangeAsked"] = "new address asked for",
        ["AddressChanged"] = "address changed",
        ["DataErased"] = "own data erased",
        ["LeftOrganisation"] = "left the organisation",
        ["BecameOwner"] = "made an owner of the organisation",
        ["NoLongerOwner"] = "no longer an owner of the organisation",
        ["PasskeyAdded"] = "passkey added",
        ["PasskeyRemoved"] = "passkey removed",
        ["PasswordRefused"] = "password refused",
        ["PasswordReplaced"] = "password replaced",
        ["PreferencesSaved"] = "choices of the account saved",
        ["RecoveryCodesRenewed"] = "recovery codes made anew",
        ["SecondFactorAdded"] = "second factor added",
        ["SecondFactorRemoved"] = "second factor removed",
        ["SecondFactorReset"] = "second factor taken off",
        ["SessionsEnded"] = "sessions ended",
        ["Asked"] = "news asked for",
        ["Stopped"] = "news ended",
        ["TookPart"] = "took part",
    };

    public static IReadOnlyCollection<string> AllKinds => Kinds.Keys;

    /// <summary>The same words for what people take along of themselves.</summary>
    public static PersonalDataLabels Labels { get; } = new(Kinds.Select(k => KeyValuePair.Create($"kind:{k.Key}", k.Value)).Concat(Verbs.Select(v => KeyValuePair.Create($"what:{v.Key}", v.Value))).ToDictionary(StringComparer.Ordinal));

    /// <returns>English message id.</returns>
    public static string OfKind(string category) => KindOf(category) ?? Spaced(category);

    /// <returns>English message id; null for a kind that nobody named.</returns>
    public static string? KindOf(string category) => Kinds.GetValueOrDefault(category);

    /// <returns>English message id.</returns>
    public static string OfVerb(string name) => VerbOf(name) ?? Spaced(name).ToLowerInvariant();

    /// <returns>English message id; null for a verb that nobody named.</returns>
    public static string? VerbOf(string name) => Verbs.GetValueOrDefault(name);

    /// <returns>English message id of what a detail of an entry is called.</returns>
    public static string OfDetail(string name) => name switch
    {
        "method" => "how",
        "roles" => "roles",
        "role" => "role",
        "step" => "step",
        "index" => "place in the recipe",
        "created" => "begun",
        "updated" => "changed",
        "unchanged" => "unchanged",
        "value" => "value",
        "number" => "number",
        "saidBy" => "said by",
        "menu" => "menu",
        "places" => "places",
        "name" => "name",
        "path" => "path",
        "folder" => "folder",
        "reason" => "reason",
        "organisation" => "organisation",
        "decision" => "decision",
        "round" => "round",
        "channel" => "channel",
        "items" => "texts",
        "count" => "how many",
        "scopes" => "scopes",
        "added" => "added",
        "removed" => "removed",
        "refused" => "refused",
        "on" => "switched on",
        "off" => "switched off",
        "from" => "from",
        "into" => "merged into",
        "entries" => "entries",
        "taxonomy" => "taxonomy",
        "rule" => "rule",
        "length" => "bytes",
        "cultures" => "languages",
        "language" => "language",
        "field" => "field",
        "kind" => "kind",
        "version" => "version",
        _ => Spaced(name).ToLowerInvariant(),
    };

    /// <returns>English message id of a value that is one of few; null for any other, which is shown as it is.</returns>
    public static string? OfValue(string value) => value switch
    {
        "Password" => "with the password",
        "PasswordAndCode" => "with password and code",
        "PasswordAndRecoveryCode" => "with password and recovery code",
        "Passkey" => "with a passkey",
        "ContentPart" => "part",
        "ContentType" => "type",
        _ => null,
    };

    static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : c.ToString()));
}
