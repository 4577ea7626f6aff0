using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;
using Portal.Consultations.Queries;

namespace Portal.Moderation.Erasure;

/// <summary>How long comments are kept, by the site's setting.</summary>
public sealed class RetentionOfComments(UsualRetention usual, IStringLocalizer text) : IRetentionPeriod
{
    public string Table => "Submission";

    public async ValueTask<string?> DescribeAsync() => text.Plural(
        await usual.MonthsAsync(),
        "A published text stays. Names, unpublished texts and hidden passages are erased after the time that the consultation names: {0} month after closing, unless it says otherwise. At once, if its author asks.",
        "A published text stays. Names, unpublished texts and hidden passages are erased after the time that the consultation names: {0} months after closing, unless it says otherwise. At once, if its author asks.");
}
