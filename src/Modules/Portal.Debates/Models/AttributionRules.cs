namespace Portal.Debates.Models;

/// <summary>Whether what is said may be told with the name of who said it. Whatever is not said to be on the record is under the Chatham House rule: an omission must not expose anybody.</summary>
public static class AttributionRules
{
    public const string OnTheRecord = "on-the-record", ChathamHouse = "chatham-house";

    public static IReadOnlyList<string> All { get; } = [OnTheRecord, ChathamHouse];

    /// <returns>English message id.</returns>
    public static string NameOf(string? rule) => rule == OnTheRecord ? "On the record" : "Chatham House rule";

    /// <returns>English message id of the rule in one sentence.</returns>
    public static string ExplanationOf(string? rule) => rule == OnTheRecord
        ? "What is said may be quoted with the name of who said it."
        : "What is said may be passed on, but not who said it: no name of a speaker or participant is published, before or after.";
}
