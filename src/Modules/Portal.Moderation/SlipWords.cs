using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Moderation.Actions;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation;

/// <summary>Words the receipts that staff print and hand out, each in its author's language.</summary>
public sealed class SlipWords(ConsultedText texts, ParticipationMails mails, IStringLocalizer T)
{
    /// <param name="next">Where the next one is entered, below the address of the consultation's entries.</param>
    public async Task<SlipsView> OfAsync(EnteredConsultation consultation, IReadOnlyList<EnterSubmission.Outcome> entered, string next, CancellationToken cancel)
    {
        var (root, titles) = (await mails.RootAsync() ?? "", new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var code in entered.Select(e => e.Culture).Distinct(StringComparer.Ordinal))
        {
            var culture = Culture.TryFrom(code, out var own) ? own : Culture.En;
            titles[code] = (await texts.RunAsync(consultation.Facts.Set, culture, cancel))?.Title ?? consultation.Document.Title;
        }

        var slips = new List<Slip>();
        foreach (var one in entered) Speaking.In(one.Culture, culture => slips.Add(SlipOf(one, culture, titles[one.Culture], consultation.Facts.Zone, root)));
        return new(consultation, slips, entered.Count(e => e.Waits), $"{consultation.Address}/{next}");
    }

    Slip SlipOf(EnterSubmission.Outcome entered, Culture culture, string title, string zone, string root) => new(
        entered.Receipt, culture, T["Receipt"], title,
        T["Received on {0}, {1}.", Dates.Day(DateOnly.FromDateTime(Dates.ToWall(entered.ReceivedUtc, zone)), culture), T[ChannelNames.Of(entered.Channel)].Value],
        T["With this code you see how it stands and why, can appeal or withdraw it:"], $"{root}/{culture.Code}/receipt");
}
