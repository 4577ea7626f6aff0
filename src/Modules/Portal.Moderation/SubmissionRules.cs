using System.Net.Mail;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>What may stand in the fields of a submission, wherever it comes from.</summary>
public static class SubmissionRules
{
    /// <summary>Limits in UTF-16 units.</summary>
    public const int LongestBody = 10_000, LongestName = 100, LongestAddress = 254;

    /// <summary>Texts that cannot be stored cannot even be measured or compared; other rules wait until they are gone.</summary>
    public static List<FieldError> CheckLetters(params (string Field, string? Text)[] fields) =>
        [.. from field in fields where field.Text is not null && !(ContentText.IsStorable(field.Text) && IsShowable(field.Text, isBody: field.Field == "body")) select new FieldError(field.Field, "The text contains a character that cannot be stored.")];

    /// <summary>HTML has no way to say the controls from U+0080 to U+009F: browsers read other letters in their place. In a body the next-line control is a line end.</summary>
    static bool IsShowable(string text, bool isBody) => !text.Any(c => c is >= '\u0080' and <= '\u009F' && !(isBody && c == '\u0085'));

    /// <param name="body">As it will be kept.</param>
    public static IEnumerable<FieldError> CheckBody(string body)
    {
        if (body.Length == 0) yield return new("body", "Write your comment.");
        if (body.Length > LongestBody) yield return new("body", "The comment has {0} characters; {1} are possible.", body.Length, LongestBody);
    }

    public static IEnumerable<FieldError> CheckAuthor(string? displayName, string? onBehalfOf, string? email)
    {
        if (displayName?.Length > LongestName) yield return new("displayName", "At most {0} characters are possible here.", LongestName);
        if (onBehalfOf?.Length > LongestName) yield return new("onBehalfOf", "At most {0} characters are possible here.", LongestName);
        if (Blank(email) is { } address && !IsAddress(address)) yield return new("email", "This is not a complete e-mail address. It looks like name@example.org.");
    }

    public static IEnumerable<FieldError> CheckPlace(string culture, string? sectionId, ConsultationFacts consultation)
    {
        if (!Culture.TryFrom(culture, out _)) yield return new("culture", "There is no culture {0}. There are: {1}.", culture, string.Join(", ", Culture.All));
        if (sectionId is not null && !consultation.SectionIds.Contains(sectionId, StringComparer.Ordinal)) yield return new("sectionId", "This consultation has no section {0}.", sectionId);
    }

    public static IEnumerable<FieldError> CheckAboutYou(SubmissionDemographics? said)
    {
        if (said is null) yield break;
        foreach (var (field, value, keys) in new[] { ("ageBand", said.AgeBand, AboutYou.AgeBands), ("gender", said.Gender, AboutYou.Genders), ("community", said.Community, AboutYou.Communities) })
        {
            if (value is not null && !keys.ContainsKey(value)) yield return new(field, "Choose one of: {0}.", string.Join(", ", keys.Keys));
        }

        if (said.MunicipalitySet?.Length > 100) yield return new("municipality", "At most {0} characters are possible here.", 100);
    }

    /// <returns>English message id, with its values, of why nothing is taken in in this phase.</returns>
    public static Problem NotOpen(Phase phase) => phase is Phase.Draft or Phase.Announced
        ? Problem.Conflict("This consultation is not open yet.")
        : Problem.Conflict("This consultation has closed. Your comment was not sent; you can copy it from this page.");

    public static bool IsAddress(string text) => text.Length <= LongestAddress && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text && text[(text.LastIndexOf('@') + 1)..].Contains('.', StringComparison.Ordinal);

    /// <returns>The text without blanks at its ends, composed; null where nothing is left.</returns>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
