using System.Globalization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Contents.Models;

/// <summary>What a caller of the content list asked for, checked.</summary>
/// <param name="Type">Content type; null = every type.</param>
/// <param name="Culture">Null = every culture in which content is written.</param>
public sealed record ContentListInput(string? Type, Culture? Culture, int Page, int PageSize)
{
    /// <summary>Only the item that has this alias; null = every item.</summary>
    public string? Alias { get; init; }

    public const int LargestPage = 100, UsualPage = 20, MostItems = 10_000;

    /// <returns>The input, or a problem that names each field and its limit.</returns>
    public static Result<ContentListInput> Read(string? type, string? culture, string? page, string? pageSize, ContentTypes types)
    {
        var errors = new List<FieldError>();
        var number = Number("page", page, 1, MostItems);
        var size = Number("pageSize", pageSize, UsualPage, LargestPage);
        if (errors.Count == 0 && number * size > MostItems) errors.Add(new("page", "Only the first {0} items can be listed. Ask for a page before that, or narrow the list down.", MostItems));

        Culture? found = null;
        if (!string.IsNullOrEmpty(culture) && !TryCulture(culture, out found)) errors.Add(UnknownCulture());
        if (!string.IsNullOrEmpty(type) && types.Find(type) is null) errors.Add(new("type", "There is no content type {0}.", type));

        return errors.Count > 0 ? Problem.Invalid(errors) : new ContentListInput(string.IsNullOrEmpty(type) ? null : type, found, number, size);

        int Number(string field, string? text, int usual, int most)
        {
            if (string.IsNullOrEmpty(text)) return usual;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most) return value;
            errors.Add(new(field, "A whole number from {0} to {1}.", 1, most));
            return usual;
        }
    }

    public static FieldError UnknownCulture() => new("culture", "One of {0}.", string.Join(", ", Cms.Localization.Culture.All.Select(c => c.Code)));

    /// <summary>Codes are compared letter by letter, as in addresses.</summary>
    public static bool TryCulture(string code, out Culture? culture) => (culture = Cms.Localization.Culture.All.FirstOrDefault(c => c.Code == code)) is not null;
}
