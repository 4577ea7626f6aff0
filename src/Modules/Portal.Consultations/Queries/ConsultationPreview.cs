using Portal.Cms.Data;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>In the preview of a draft: the consultation as if it were public and in the phase that the editor chose. Scoped; empty in every other request.</summary>
public sealed class ConsultationPreview(TimeProvider clock)
{
    ConsultationFacts? facts;
    DateTime? instant;

    /// <param name="as">What the page shows the consultation in.</param>
    public void Show(ConsultationFacts draft, Phase @as) => (facts, instant) = (draft, draft.Milestones.InstantIn(@as));

    /// <returns>The drafted facts; null where this set is not previewed.</returns>
    public ConsultationFacts? FactsOf(string set) => facts?.Set == set ? facts : null;

    public bool Shows(string set) => FactsOf(set) is not null;

    /// <summary>UTC: the instant that the page shows a consultation at.</summary>
    public DateTime NowFor(string set) => Shows(set) ? instant!.Value : clock.UtcNow;
}
