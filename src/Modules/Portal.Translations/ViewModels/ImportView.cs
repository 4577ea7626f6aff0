using Portal.Cms;
using Portal.Translations.Exchange;

namespace Portal.Translations.ViewModels;

/// <summary>The page on which a file of translations is chosen, looked at and taken over.</summary>
/// <param name="Action">Where its forms are sent.</param>
/// <param name="Text">The file; null as long as none was chosen.</param>
public sealed record ImportView(string Action, bool IsInterface, string? Text = null, PoImport? Import = null, Problem? Problem = null)
{
    /// <summary>Culture code of the words of the interface that the file has.</summary>
    public string? Culture { get; init; }

    /// <summary>Changes that are shown one by one; the rest is counted.</summary>
    public const int Shown = 500;
}
