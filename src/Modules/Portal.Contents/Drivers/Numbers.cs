using System.Globalization;

namespace Portal.Contents.Drivers;

/// <summary>Numbers as people type them: a point or a comma before the decimals, nothing between thousands.</summary>
static class Numbers
{
    public static string Show(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <returns>False where the text is neither a number nor empty.</returns>
    public static bool TryRead(string text, out decimal? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)) return false;
        number = read;
        return true;
    }
}
