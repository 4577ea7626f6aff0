using Portal.Cms;
using Portal.Cms.Localization;

namespace Portal.Contents.Definitions;

/// <summary>Names of types and fields as programs and recipes see them: Orchard Core's rules.</summary>
public static class TechnicalName
{
    const int Longest = 60;

    /// <returns>The name as it was typed, or one made from what readers see.</returns>
    public static string Of(string? typed, string label) => string.IsNullOrWhiteSpace(typed) ? From(label) : typed.Trim();

    /// <returns>What is wrong with it; null = nothing.</returns>
    public static Problem? Check(string name) => name.Length is > 0 and <= Longest && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit) ? null
        : Problem.Invalid("name", "A technical name begins with a capital letter and consists of letters and digits without diacritics, {0} at most.", Longest);

    static string From(string label)
    {
        var name = string.Concat(Slug.From(label).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return char.IsAsciiLetter(name[0]) ? name : "Field" + name;
    }
}
