using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>What is open for comment now, for the home page.</summary>
public sealed class OpenConsultations(ConsultationList list, PageCaching caching) : IContentSection
{
    const int Most = 3;

    public bool AppliesTo(string contentType) => contentType == "Home";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        caching.Tag(Tags.Type(nameof(Consultation)));
        caching.ChangesAt(await list.NextChangeAsync(cancel));
        var entries = (await list.RunAsync(page.Culture, 1, cancel)).Entries.Where(e => e.Line.Phase is Phase.Open or Phase.Announced).Take(Most).ToList();
        return [new("open", null, "_OpenConsultations", entries)];
    }
}
