namespace Portal.AuditTrail.Models;

/// <summary>What the kinds and verbs of entries are called. What is not here is shown as it was recorded.</summary>
public static class AuditWords
{
    public static IReadOnlyList<string> AllKinds { get; } =
    [
        "Content", "Submission", "User", "Account", "Role", "ApiToken", "Invitation", "Setting", "ContentDefinition", "Recommendation", "Consultation", "Questionnaire", "Follower", "Recipe", "ModerationReason", "ListView", "AuditTrail", "TransparencyLog", "Outbox",
    ];

    /// <returns>English message id.</returns>
    public static string OfKind(string category) => category switch
    {
        "Content" => "Content",
        "Submission" => "Submission",
        "User" or "Account" => "Account",
        "Role" => "Role",
        "ApiToken" => "Token for programs",
        "Invitation" => "Invitation",
        "Setting" => "Site setting",
        "ContentDefinition" => "Content definition",
        "Recommendation" => "Recommendation",
        "Consultation" => "Consultation",
        "Questionnaire" => "Questionnaire",
        "Follower" => "Follower",
        "Recipe" => "Recipe",
        "ModerationReason" => "Reason of moderation",
        "ListView" => "View of a list",
        "AuditTrail" => "Audit trail",
        "TransparencyLog" => "Transparency log",
        "Outbox" => "Waiting mail",
        _ => Spaced(category),
    };

    /// <returns>English message id.</returns>
    public static string OfVerb(string name) => name switch
    {
        "Created" => "begun",
        "Saved" => "saved",
        "Published" => "published",
        "Unpublished" => "taken off the public pages",
        "DraftDiscarded" => "draft discarded",
        "Removed" => "removed",
        "Restored" => "brought back",
        "Imported" => "imported",
        "PublishScheduled" => "publication scheduled",
        "UnpublishScheduled" => "end of publication scheduled",
        "PublishScheduleCancelled" => "scheduled publication cancelled",
        "UnpublishScheduleCancelled" => "scheduled end of publication cancelled",
        "PublishScheduleRefused" => "scheduled publication refused",
        "UnpublishScheduleRefused" => "scheduled end of publication refused",
        "Added" => "added",
        "Changed" => "changed",
        "Deleted" => "deleted",
        "Closed" => "account closed",
        "Reopened" => "opened again",
        "RolesChanged" => "roles changed",
        "SignedIn" => "signed in",
        "SignedOut" => "signed out",
        "SignInRefused" => "sign-in refused",
        "PasswordChanged" => "password changed",
        "PasswordReset" => "password set anew",
        "Decided" => "decided",
        "Received" => "received",
        "Withdrawn" => "withdrawn",
        "Erased" => "erased",
        "Reported" => "reported",
        "Appealed" => "appealed",
        "Escalated" => "left to somebody else",
        "Edited" => "edited",
        "Confirmed" => "confirmed",
        "Expired" => "expired",
        "Sent" => "sent",
        "Revoked" => "revoked",
        "StatusRecorded" => "reply recorded",
        "VerdictRecorded" => "verdict recorded",
        "WindowChanged" => "times changed",
        "StepRun" => "step run",
        "Trimmed" => "old entries deleted",
        _ => Spaced(name).ToLowerInvariant(),
    };

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

    static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : c.ToString()));
}
