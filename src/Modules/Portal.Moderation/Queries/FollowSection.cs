using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Queries;

/// <summary>The ways to follow a consultation, at the end of its page, until it is archived.</summary>
public sealed class FollowSection(FindConsultation find, TimeProvider clock) : IContentSection
{
    public bool AppliesTo(string contentType) => contentType == nameof(Consultation);

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        if (await find.RunAsync(page.Set, cancel) is not { } consultation || consultation.Milestones.PhaseAt(clock.UtcNow) == Phase.Archived) return [];
        var feed = $"/{page.Culture.Code}/follow/{page.Set}/feed.atom";
        return [new("after", null, "_FollowConsultation", new FollowForm(page.Set, "", "", null) { FeedHref = feed })];
    }
}
