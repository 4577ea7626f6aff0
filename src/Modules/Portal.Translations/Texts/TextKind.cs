namespace Portal.Translations.Texts;

/// <summary>How a text is divided and put together again.</summary>
public enum TextKind
{
    /// <summary>One line: a title, a name.</summary>
    Line,
    /// <summary>Plain text in paragraphs.</summary>
    Paragraphs,
    /// <summary>Markdown in blocks.</summary>
    Markdown,
    /// <summary>A list of lines, each a passage.</summary>
    Values,
    /// <summary>Titles of files, each in the place of its file.</summary>
    FileTexts,
}
