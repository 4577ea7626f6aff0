using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Settings;

/// <summary>One setting on a form. A module may derive a kind of its own, with a partial view in its <c>Views/Shared</c> whose model is a <see cref="ShownSetting"/>.</summary>
/// <param name="path">Where the value is stored; see <see cref="SettingPath"/>. Also the name of the input.</param>
/// <param name="label">English message id.</param>
/// <param name="hint">English message id of what whoever fills it in has to know; null where the label says it all.</param>
public abstract class SettingField(string path, string label, string? hint = null)
{
    public string Path => path;
    public string Label => label;
    public string? Hint => hint;

    /// <summary>Name of the partial view that shows it.</summary>
    public abstract string PartialView { get; }

    /// <returns>The stored value as the inputs show it: values by the name of the input.</returns>
    public abstract IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored);

    /// <returns>The value to store; null = none.</returns>
    /// <param name="errors">Gets what is wrong with what was typed, named by input.</param>
    public abstract JsonNode? Read(TypedSettings typed, List<FieldError> errors);

    /// <returns>What can be chosen; nothing where anything can be typed.</returns>
    public virtual Task<IReadOnlyList<SettingOption>> OptionsAsync(PortalDb db, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SettingOption>>([]);

    protected KeyValuePair<string, IReadOnlyList<string>> Input(params string[] values) => new(path, values);
}

/// <param name="Name">English message id; shown as it is where nobody translated it.</param>
public sealed record SettingOption(string Key, string Name);

/// <summary>A setting as its partial view gets it.</summary>
public sealed record ShownSetting(SettingField Field, TypedSettings Typed, IReadOnlyList<SettingOption> Options);

/// <summary>What a text has to look like.</summary>
public enum TextKind
{
    Plain,
    Email,
    /// <summary>An address that begins with https:// or http://.</summary>
    Web,
    /// <summary>Scheme and host only.</summary>
    Site,
}

/// <summary>A text that is the same in every language.</summary>
/// <param name="path">As in <see cref="SettingField"/>.</param>
/// <param name="label">English message id.</param>
/// <param name="hint">English message id.</param>
public sealed class TextSetting(string path, string label, string? hint = null) : SettingField(path, label, hint)
{
    public TextKind Kind { get; init; }
    public int MostLength { get; init; } = 200;
    public bool IsRequired { get; init; }
    public override string PartialView => "_TextSetting";

    public override IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored) => [Input(stored is JsonValue ? stored.ToString() : "")];

    public override JsonNode? Read(TypedSettings typed, List<FieldError> errors)
    {
        var text = typed.One(Path);
        if (Kind == TextKind.Site) text = text.TrimEnd('/');
        if (IsRequired && text.Length == 0) errors.Add(new(Path, "This is needed."));
        if (text.Length > MostLength) errors.Add(new(Path, "At most {0} characters are possible here.", MostLength));
        if (text.Any(char.IsControl)) errors.Add(new(Path, "The text contains a character that cannot be stored."));
        if (text.Length > 0 && Wrong(text) is { } wrong) errors.Add(new(Path, wrong));
        return text.Length == 0 ? null : JsonValue.Create(text);
    }

    /// <returns>English message id of what is wrong, or null.</returns>
    string? Wrong(string text) => Kind switch
    {
        TextKind.Email when !System.Net.Mail.MailAddress.TryCreate(text, out var address) || address.Address != text => "This is not an e-mail address.",
        TextKind.Web when !IsWeb(text, out _) => "The address of a website begins with http:// or https://.",
        TextKind.Site when !IsWeb(text, out var uri) || uri.PathAndQuery != "/" => "Only the beginning of the address, such as https://forum.example.org.",
        _ => null,
    };

    static bool IsWeb(string text, out Uri uri) => Uri.TryCreate(text, UriKind.Absolute, out uri!) && (uri.Scheme is "http" or "https");
}

/// <summary>A text of its own in every language.</summary>
/// <param name="path">Stored there as an object: a text by culture.</param>
/// <param name="label">English message id.</param>
/// <param name="hint">English message id.</param>
public sealed class TextsSetting(string path, string label, string? hint = null) : SettingField(path, label, hint)
{
    public int Lines { get; init; } = 1;
    public int MostLength { get; init; } = 200;
    /// <summary>Every language must have it.</summary>
    public bool IsRequired { get; init; }
    public override string PartialView => "_TextsSetting";

    /// <returns>Name of the input of a culture.</returns>
    public string InputOf(Culture culture) => $"{Path}.{culture.Code}";

    public override IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored) =>
        Culture.ContentCultures.Select(c => new KeyValuePair<string, IReadOnlyList<string>>(InputOf(c), [(stored as JsonObject)?[c.Code]?.ToString() ?? ""]));

    public override JsonNode? Read(TypedSettings typed, List<FieldError> errors)
    {
        var texts = new JsonObject();
        foreach (var culture in Culture.ContentCultures)
        {
            var text = typed.One(InputOf(culture)).ReplaceLineEndings("\n");
            if (IsRequired && text.Length == 0) errors.Add(new(InputOf(culture), "This is needed in every language."));
            if (text.Length > MostLength) errors.Add(new(InputOf(culture), "At most {0} characters are possible here.", MostLength));
            if (text.Any(c => char.IsControl(c) && (c != '\n' || Lines == 1))) errors.Add(new(InputOf(culture), "The text contains a character that cannot be stored."));
            if (text.Length > 0) texts[culture.Code] = text;
        }

        return texts.Count == 0 ? null : texts;
    }
}

/// <summary>A whole number.</summary>
/// <param name="path">As in <see cref="SettingField"/>.</param>
/// <param name="label">English message id.</param>
/// <param name="least">Smallest value that is possible.</param>
/// <param name="most">Largest value that is possible.</param>
/// <param name="usual">What counts while nobody has set anything.</param>
/// <param name="hint">English message id.</param>
public sealed class NumberSetting(string path, string label, int least, int most, int usual, string? hint = null) : SettingField(path, label, hint)
{
    public int Least => least;
    public int Most => most;
    public int Usual => usual;
    public override string PartialView => "_NumberSetting";

    public override IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored) => [Input(stored is JsonValue ? stored.ToString() : "")];

    public override JsonNode? Read(TypedSettings typed, List<FieldError> errors)
    {
        if (typed.One(Path) is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        errors.Add(new(Path, "A whole number from {0} to {1}.", least, most));
        return null;
    }
}

/// <summary>A day.</summary>
/// <param name="path">As in <see cref="SettingField"/>.</param>
/// <param name="label">English message id.</param>
/// <param name="hint">English message id.</param>
public sealed class DateSetting(string path, string label, string? hint = null) : SettingField(path, label, hint)
{
    const string Format = "yyyy-MM-dd";

    public override string PartialView => "_DateSetting";

    public override IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored) =>
        [Input(DateTime.TryParse(stored?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var day) ? day.ToString(Format, CultureInfo.InvariantCulture) : "")];

    public override JsonNode? Read(TypedSettings typed, List<FieldError> errors)
    {
        if (typed.One(Path) is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return text;
        errors.Add(new(Path, "A day, such as {0}.", "2027-06-30"));
        return null;
    }
}

/// <summary>One of several.</summary>
/// <param name="path">As in <see cref="SettingField"/>.</param>
/// <param name="label">English message id.</param>
/// <param name="options">What can be chosen.</param>
/// <param name="hint">English message id.</param>
public sealed class ChoiceSetting(string path, string label, IReadOnlyList<SettingOption> options, string? hint = null) : SettingField(path, label, hint)
{
    public override string PartialView => "_ChoiceSetting";

    public override Task<IReadOnlyList<SettingOption>> OptionsAsync(PortalDb db, CancellationToken cancel) => Task.FromResult(options);

    public override IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored) => [Input(stored is JsonValue ? stored.ToString() : "")];

    public override JsonNode? Read(TypedSettings typed, List<FieldError> errors)
    {
        if (typed.One(Path) is not { Length: > 0 } key) return null;
        if (options.Any(o => o.Key == key)) return key;
        errors.Add(new(Path, "One of {0}.", string.Join(", ", options.Select(o => o.Key))));
        return null;
    }
}

/// <summary>Any of several.</summary>
/// <param name="path">Stored there as a list of keys; an empty one is stored too and says: none.</param>
/// <param name="label">English message id.</param>
/// <param name="usual">What counts while nobody has set anything.</param>
/// <param name="options">What can be chosen, looked up when the form is shown.</param>
/// <param name="hint">English message id.</param>
public sealed class ManySetting(string path, string label, IReadOnlyList<string> usual, Func<PortalDb, CancellationToken, Task<IReadOnlyList<SettingOption>>> options, string? hint = null) : SettingField(path, label, hint)
{
    public override string PartialView => "_ManySetting";

    public override Task<IReadOnlyList<SettingOption>> OptionsAsync(PortalDb db, CancellationToken cancel) => options(db, cancel);

    public override IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored) =>
        [Input(stored is JsonArray keys ? [.. keys.Select(k => k?.ToString()).OfType<string>()] : [.. usual])];

    public override JsonNode? Read(TypedSettings typed, List<FieldError> errors) => new JsonArray([.. typed.All(Path).Where(k => k.Length > 0).Select(k => (JsonNode)k)]);
}

/// <summary>The cultures in an order.</summary>
/// <param name="path">Stored there as a list of their codes.</param>
/// <param name="label">English message id.</param>
/// <param name="hint">English message id.</param>
public sealed class CultureOrderSetting(string path, string label, string? hint = null) : SettingField(path, label, hint)
{
    public override string PartialView => "_CultureOrderSetting";

    public override IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Show(JsonNode? stored)
    {
        var set = (stored as JsonArray)?.Select(c => c?.ToString()).OfType<string>().Where(c => Culture.TryFrom(c, out _)) ?? [];
        return [Input([.. set.Concat(Culture.All.Select(c => c.Code)).Distinct(StringComparer.Ordinal)])];
    }

    public override JsonNode? Read(TypedSettings typed, List<FieldError> errors)
    {
        var codes = typed.All(Path);
        if (codes.Count == Culture.All.Count && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count && codes.All(c => Culture.All.Any(known => known.Code == c))) return new JsonArray([.. codes.Select(c => (JsonNode)c)]);
        errors.Add(new(Path, "Each language has one place, and each place one language."));
        return null;
    }
}
