using Portal.Cms.Content;

namespace Portal.Consultations.Models;

/// <summary>One numbered section of the consulted document, in one culture.</summary>
/// <param name="SectionId">Stable across cultures and rewordings; comments hang on it.</param>
/// <param name="Number">1-based position in the document.</param>
public sealed record ConsultationSection(string SectionId, int Number, string Heading, string Markdown);

public static class ConsultationSections
{
    /// <summary>The sections of a document in their shared order. A section that a culture has not translated yet is left out there, and keeps its number.</summary>
    public static IReadOnlyList<ConsultationSection> Of(ContentDocument document)
    {
        var texts = document.As<BagPart>(Consultation.Sections)?.Items.ToDictionary(i => i.Id, i => i.Document, StringComparer.Ordinal) ?? [];
        var order = Order(document);
        return [.. from numbered in order.Select((id, index) => (Id: id, Number: index + 1))
                   where texts.ContainsKey(numbered.Id)
                   let text = texts[numbered.Id]
                   select new ConsultationSection(numbered.Id, numbered.Number, text.DisplayText, text.As<MarkdownBodyPart>()?.Markdown ?? "")];
    }

    /// <summary>Section ids in document order: the shared order, or the bag's own where none was set.</summary>
    public static IReadOnlyList<string> Order(ContentDocument document) =>
        document.As<Consultation>()?.SectionOrder?.Values is { Count: > 0 } shared ? shared : [.. document.As<BagPart>(Consultation.Sections)?.Items.Select(i => i.Id) ?? []];
}
