using Microsoft.Extensions.Localization;

namespace Portal.Cms.Localization;

public static class StringLocalizerExtensions
{
    /// <summary>The form of a message that a count asks for. {0} is always the count; further arguments follow.</summary>
    public static LocalizedString Plural(this IStringLocalizer localizer, int count, string singular, string plural, params object[] arguments) =>
        localizer is PoStringLocalizer po
            ? po.Plural(count, singular, plural, arguments)
            : localizer[PluralRules.Index(Culture.En, count) == 0 ? singular : plural, [count, .. arguments]];

    /// <summary>The same texts looked up in a context first (msgctxt), where one English text has two meanings.</summary>
    public static IStringLocalizer InContext(this IStringLocalizer localizer, string? context) =>
        context is not null && localizer is PoStringLocalizer po ? po.InContext(context) : localizer;
}
