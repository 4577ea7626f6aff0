using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.ViewModels;

/// <summary>The last word of the institution and the last word of the organisation.</summary>
/// <param name="Institution">Null while it has said nothing.</param>
/// <param name="Organisation">Null while it has judged nothing.</param>
/// <param name="IsVerdictEarlier">The institution has said something since the organisation judged.</param>
public sealed record Voices(SaidView? Institution, SaidView? Organisation, bool Disagree, bool IsVerdictEarlier)
{
    public static Voices Of(RegisterRow row, IReadOnlyList<SaidView> history)
    {
        var institution = history.LastOrDefault(e => e.Status is not null);
        var organisation = row.Verdict == Verdict.NotAssessed ? null : history.LastOrDefault(e => e.Verdict is not null);
        return new(institution, organisation, row.Verdict == Verdict.Disputed, organisation is not null && history.TakeWhile(e => e != institution).Contains(organisation));
    }
}
