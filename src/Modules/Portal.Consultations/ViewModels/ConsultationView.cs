using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;

namespace Portal.Consultations.ViewModels;

/// <summary>One consultation as its page shows it, in one culture.</summary>
public sealed record ConsultationView
{
    public required string ContentItemId { get; init; }
    public required string Set { get; init; }
    /// <summary>The version of the text shown; a comment records it.</summary>
    public required string VersionId { get; init; }
    public required string Path { get; init; }
    public required Culture Culture { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Decider { get; init; }
    public DateOnly? DecisionExpected { get; init; }
    public ContentName? Institution { get; init; }
    public ContentName? Organiser { get; init; }
    public required Milestones Milestones { get; init; }
    public required string Zone { get; init; }
    public required Phase Phase { get; init; }
    public required int DaysLeft { get; init; }
    public required RenderedText Introduction { get; init; }
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>What the page tells programs (JSON-LD).</summary>
    public required string JsonLd { get; init; }
    /// <summary>A key of <see cref="ParticipationLevels"/>.</summary>
    public string? ParticipationLevel { get; init; }
    /// <summary>Only in a preview: nobody has set times yet.</summary>
    public bool HasExampleWindow { get; init; }
    /// <summary>Changes of the window after it was announced, oldest first.</summary>
    public IReadOnlyList<WindowChange> WindowChanges { get; init; } = [];
    /// <summary>How often a text of this culture was made public.</summary>
    public int TextVersions { get; init; }
    public IReadOnlyList<MediaFile> Documents { get; init; } = [];
    public IReadOnlyList<ContentName> Related { get; init; } = [];

    /// <summary>What stands in the document and not in this culture's text.</summary>
    public IReadOnlyList<UntranslatedSection> Untranslated { get; init; } = [];

    /// <summary>Everything that has a number, in order: a section, or word of one that is not translated yet.</summary>
    public IEnumerable<(int Number, Section? Text, UntranslatedSection? Untranslated)> Numbered =>
        Sections.Select(s => (s.Number, (Section?)s, (UntranslatedSection?)null)).Concat(Untranslated.Select(u => (u.Number, (Section?)null, (UntranslatedSection?)u))).OrderBy(n => n.Number);

    /// <param name="ReadableIn">The cultures that have words for it.</param>
    public sealed record UntranslatedSection(int Number, IReadOnlyList<Sibling> ReadableIn);

    public sealed record Section(string SectionId, int Number, string Heading, RenderedText Body);
}

/// <summary>The line above a consultation that says phase, closing instant and days left.</summary>
public sealed record PhaseLine(Phase Phase, Milestones Milestones, string Zone, int DaysLeft)
{
    /// <summary>CSS class of the line's look.</summary>
    public string Class => Phase switch
    {
        Phase.Open when DaysLeft <= 3 => "closing-soon",
        Phase.Open => "open",
        Phase.Announced or Phase.Draft => "announced",
        _ => "closed",
    };
}
