using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;

namespace Portal.AuditTrail;

/// <summary>How long entries are kept, by the site's setting.</summary>
public sealed class RetentionOfEntries(Retention retention, IStringLocalizer text) : IRetentionPeriod
{
    public string Table => "AuditTrailEvent";

    public async ValueTask<string?> DescribeAsync() => await retention.DaysAsync() is { } days ? text.Plural(days, "{0} day.", "{0} days.").Value : null;
}
