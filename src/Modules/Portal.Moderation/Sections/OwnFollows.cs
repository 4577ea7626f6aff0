using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Security;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Sections;

/// <param name="Consultation">Null where it is no longer published.</param>
public sealed record OwnFollow(string FollowerId, ContentName? Consultation, DateTime SinceUtc);

/// <summary>On the page of one's account: the consultations that its address follows, each with a button that stops it.</summary>
public sealed class OwnFollows(FollowsOfAddress follows, ContentNames names, CurrentUser me) : IContentSection
{
    public bool AppliesTo(string contentType) => contentType == "Account";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var own = await follows.OfAccountAsync(me.Id!, cancel);
        var titles = await names.InAsync(page.Culture, own.Select(f => f.ConsultationSet), cancel);
        return [new("after", null, "_OwnFollows", own.Select(f => new OwnFollow(f.Id, titles.GetValueOrDefault(f.ConsultationSet), f.SinceUtc)).ToList())];
    }
}
