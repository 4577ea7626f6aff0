using Portal.Cms.Localization;
using Portal.Consultations.Queries;

namespace Portal.Moderation.Queries;

/// <summary>What a section that somebody commented on is called.</summary>
/// <param name="Text">Number and heading as the reader's text has them; the last public heading of one that is not in it.</param>
/// <param name="Absent">The section with its last public words, where it is not in the reader's text; null where it is.</param>
public sealed record SectionHeading(string Text, AbsentSection? Absent)
{
    /// <summary>The section was taken out of the text.</summary>
    public bool IsFormer => Absent is { IsFormer: true };
}

/// <summary>Names the sections that comments are about: those of the text, those that were taken out, and those without a translation.</summary>
public sealed class SectionHeadings(SeenTexts seen, FindConsultation find)
{
    /// <param name="about">Consultations and sections; null = a general comment, which has no heading.</param>
    /// <param name="documents">The texts by consultation. Sections that they have cost no query; the others one for each consultation.</param>
    public async Task<IReadOnlyDictionary<(string Set, string SectionId), SectionHeading>> OfAsync(
        IEnumerable<(string Set, string? SectionId)> about, IReadOnlyDictionary<string, ConsultedDocument> documents, Culture culture, CancellationToken cancel)
    {
        var headings = new Dictionary<(string, string), SectionHeading>();
        foreach (var sections in about.Where(a => a.SectionId is not null).Distinct().GroupBy(a => a.Set, StringComparer.Ordinal))
        {
            var (document, missing) = (documents.GetValueOrDefault(sections.Key), new List<string>());
            foreach (var id in sections.Select(s => s.SectionId!))
            {
                if (document?.Heading(id) is { } heading) headings[(sections.Key, id)] = new(heading, null);
                else missing.Add(id);
            }

            if (missing.Count == 0) continue;
            var order = (await find.RunAsync(sections.Key, cancel))?.SectionIds ?? [];
            foreach (var absent in await seen.AbsentAsync(sections.Key, missing, order, culture, cancel)) headings[(sections.Key, absent.SectionId)] = new(absent.Heading, absent);
        }

        return headings;
    }
}
