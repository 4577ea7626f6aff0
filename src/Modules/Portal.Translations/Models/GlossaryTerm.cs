namespace Portal.Translations.Models;

/// <summary>A word of the site in its languages. Kept in the setting <c>Glossary</c>, a list of these, so that recipes can bring it.</summary>
/// <param name="Id">Opaque, unique within the list.</param>
/// <param name="Note">For whom it is, what it must not be mixed up with.</param>
public sealed record GlossaryTerm(string Id, string? En = null, string? Sq = null, string? Sr = null, string? Bs = null, string? Note = null)
{
    /// <summary>Letters that a word of the glossary, or a note on it, may have.</summary>
    public const int Longest = 200;

    public string? In(string culture) => culture switch { "sq" => Sq, "sr" => Sr, "bs" => Bs, _ => En };
}
