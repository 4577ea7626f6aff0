namespace Portal.Translations.Interface;

/// <summary>Which texts of the interface are shown.</summary>
public enum InterfaceShow { All, Changed, Missing }

/// <param name="Culture">Culture code.</param>
/// <param name="Module">Name of the module that uses the text; null or empty = any.</param>
/// <param name="Q">Words in English or in the translation.</param>
public sealed record InterfaceFilter(string? Culture = null, string? Module = null, InterfaceShow Show = InterfaceShow.All, string? Q = null, int Page = 1)
{
    /// <returns>English message id.</returns>
    public static string NameOf(InterfaceShow show) => show switch
    {
        InterfaceShow.Changed => "Changed on this site",
        InterfaceShow.Missing => "Not translated",
        _ => "All texts",
    };
}
