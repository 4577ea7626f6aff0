using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Import;

namespace Portal.Consultations.ViewModels;

/// <summary>The page on which a document is brought.</summary>
public sealed record BringView(string ContentItemId, string Title, Culture Culture, string Pasted, bool CanReadOfficeFiles, int LargestFile, Problem? Problem);

/// <summary>A document on its way to become the text of a consultation.</summary>
/// <param name="Known">The sections that the consultation has.</param>
/// <param name="Absent">Those of them that the document does not continue.</param>
/// <param name="Asks">The editor has not seen yet that these would be taken out.</param>
public sealed record DivisionView(
    string ContentItemId, string ImportId, string FileName, string Title, Culture Culture, DivisionDraft Draft, IReadOnlyList<DivisionView.Section> Sections, IReadOnlyList<DivisionView.Known> All, IReadOnlyList<DivisionView.Known> Absent,
    (Guid Item, Guid Set) Stamps, Problem? Problem, bool Asks)
{
    public string Action => $"/admin/content/{Uri.EscapeDataString(ContentItemId)}/document/{Uri.EscapeDataString(ImportId)}";

    public IEnumerable<FieldError> ErrorsOf(string field) => Problem?.Errors.Where(e => e.Field == field) ?? [];

    /// <param name="Heading">As the editor wrote it, or the document has it.</param>
    /// <param name="Changes">What differs from the section that it continues; null where it continues none, empty where it says the same.</param>
    public sealed record Section(int Start, string Heading, string Target, IReadOnlyList<(int Index, RenderedText Text)> Blocks, IReadOnlyList<DiffParagraph>? Changes);

    /// <param name="Comments">Published ones.</param>
    public sealed record Known(KnownSection Section, int Comments);
}
