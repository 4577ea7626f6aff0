using Portal.Cms.Privacy;

namespace Portal.Site.ViewModels;

/// <param name="Kept">How long, as the settings are now, in the reader's language.</param>
public sealed record ProcessingLine(ProcessingActivity Activity, string Kept);
