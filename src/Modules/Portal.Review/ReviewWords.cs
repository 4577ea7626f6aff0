using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Review;

/// <summary>What people may write in a conversation.</summary>
static class ReviewWords
{
    public const int Longest = 4000;

    /// <summary>Checks a note.</summary>
    /// <param name="field">Name of its input.</param>
    /// <param name="missing">English message id: what to write, where a note is needed.</param>
    public static Problem? Check(string field, string? note, string? missing = null)
    {
        if (string.IsNullOrWhiteSpace(note)) return missing is null ? null : Problem.Invalid(field, missing);
        if (note.Length > Longest) return Problem.Invalid(field, "At most {0} characters are possible here.", Longest);
        return ContentText.IsStorable(note) ? null : Problem.Invalid(field, "The text contains a character that cannot be stored.");
    }

    /// <returns>The note as it is kept; null where there is none.</returns>
    public static string? Trim(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.ReplaceLineEndings("\n").Trim();
}
