namespace Portal.Cms.Localization;

/// <summary>
/// CLDR's cardinal rules for whole numbers, as gettext indexes: one, (few,) other.
/// Fractions never reach these rules, because only counts are put into plural messages.
/// </summary>
public static class PluralRules
{
    public static int FormCount(Culture culture) => IsSlavic(culture) ? 3 : 2;

    public static int Index(Culture culture, long count)
    {
        // CLDR judges the absolute value; unsigned, because the smallest long has no positive counterpart.
        var n = count < 0 ? (ulong)-(count + 1) + 1 : (ulong)count;
        if (!IsSlavic(culture))
            return n == 1 ? 0 : 1;

        var tens = n % 100;
        return (n % 10) switch
        {
            1 when tens != 11 => 0,
            >= 2 and <= 4 when tens is < 12 or > 14 => 1,
            _ => 2,
        };
    }

    static bool IsSlavic(Culture culture) => culture.ContentCode is "sr" or "bs";
}
