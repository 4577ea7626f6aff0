using System.Text;

namespace Portal.Consultations.Import;

/// <summary>Numbers as word processors write them.</summary>
static class Counting
{
    public const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Cyrillic = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ";

    static readonly (int Value, string Sign)[] Signs =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    public static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var roman = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value) roman.Append(sign);
        }

        return roman.ToString();
    }

    /// <summary>A to Z, then AA to ZZ, AAA to ZZZ: the same letter again, as word processors count.</summary>
    public static string Letters(int number, string alphabet = Latin) =>
        number is < 1 or > 780 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : new(alphabet[(number - 1) % alphabet.Length], ((number - 1) / alphabet.Length) + 1);
}
