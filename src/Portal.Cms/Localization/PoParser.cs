using System.Globalization;
using System.Text;

namespace Portal.Cms.Localization;

/// <summary>
/// A strict reader of gettext's PO format. What it cannot understand it refuses with file and line, because a
/// message that silently goes missing, or takes over its neighbour's context, is found by readers only.
/// </summary>
public sealed class PoParser
{
    readonly string _file;
    readonly Culture _culture;
    readonly List<PoEntry> _entries = [];
    readonly Dictionary<(string? Context, string Id), int> _linesByKey = [];
    Dictionary<string, string> _header = new(StringComparer.OrdinalIgnoreCase);

    // The entry that is being read. A keyword's text goes to _text until the next keyword.
    readonly List<StringBuilder> _forms = [];
    StringBuilder? _context;
    StringBuilder? _id;
    StringBuilder? _plural;
    StringBuilder? _text;
    bool _fuzzy;
    int _entryLine;
    int _line;

    PoParser(string file, Culture culture)
    {
        _file = file;
        _culture = culture;
    }

    /// <exception cref="PoException">The file is malformed, not UTF-8, contradicts itself or the culture's plural rules.</exception>
    public static PoFile Parse(Stream stream, string file, Culture culture)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return Parse(reader, file, culture);
    }

    /// <inheritdoc cref="Parse(Stream, string, Culture)"/>
    public static PoFile Parse(TextReader reader, string file, Culture culture) => new PoParser(file, culture).Read(reader);

    PoFile Read(TextReader reader)
    {
        try
        {
            while (reader.ReadLine() is { } line)
            {
                _line++;
                ReadLine(line.Trim());
            }
        }
        catch (DecoderFallbackException)
        {
            throw Error("the file is not UTF-8");
        }

        Finish();
        return new PoFile(_file, _header, _entries);
    }

    void ReadLine(string line)
    {
        if (line.Length == 0)
            return;

        switch (line[0])
        {
            case '#':
                ReadComment(line);
                return;
            case '"':
                (_text ?? throw Error("a text without a keyword before it")).Append(PoText.Unquote(line, Error));
                return;
        }

        var end = line.AsSpan().IndexOfAny(' ', '\t', '"');
        var keyword = end < 0 ? line : line[..end];
        ReadKeyword(keyword, end < 0 ? "" : line[end..].TrimStart());
    }

    void ReadComment(string line)
    {
        if (_forms.Count > 0)
            Finish();

        if (line.StartsWith("#,", StringComparison.Ordinal))
            _fuzzy |= line[2..].Split(',', StringSplitOptions.TrimEntries).Contains("fuzzy", StringComparer.Ordinal);
        else if (line.StartsWith("#~", StringComparison.Ordinal) && _id is null && _context is null)
            _fuzzy = false; // The flag belonged to the obsolete entry, which ends here.
    }

    void ReadKeyword(string keyword, string rest)
    {
        switch (keyword)
        {
            case "msgctxt":
                Begin();
                Require(_context is null && _id is null, "msgctxt has to open an entry, and its entry has to end with msgstr");
                _text = _context = new();
                break;
            case "msgid":
                Begin();
                Require(_id is null, "a second msgid before msgstr");
                _text = _id = new();
                break;
            case "msgid_plural":
                Require(_id is not null && _plural is null && _forms.Count == 0, "msgid_plural belongs once between msgid and msgstr[0]");
                _text = _plural = new();
                break;
            case "msgstr":
                Require(_id is not null && _plural is null && _forms.Count == 0, "msgstr belongs once after msgid; a message with msgid_plural needs msgstr[0]");
                _forms.Add(_text = new());
                break;
            default:
                Require(IsForm(keyword, out var index), $"unknown keyword {keyword}");
                Require(_plural is not null, $"{keyword} without msgid_plural");
                Require(index == _forms.Count, FormattableString.Invariant($"{keyword} where msgstr[{_forms.Count}] is expected"));
                _forms.Add(_text = new());
                break;
        }

        _text.Append(PoText.Unquote(rest, Error));
    }

    static bool IsForm(string keyword, out int index)
    {
        index = -1;
        return keyword.StartsWith("msgstr[", StringComparison.Ordinal) && keyword[^1] == ']'
            && int.TryParse(keyword.AsSpan("msgstr[".Length..^1), NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    void Begin()
    {
        if (_forms.Count > 0)
            Finish();
        if (_context is null && _id is null)
            _entryLine = _line;
    }

    void Finish()
    {
        if (_context is null && _id is null)
            return;
        Require(_id is not null, "msgctxt without msgid");
        Require(_forms.Count > 0, "msgid without msgstr");

        var entry = new PoEntry(_context?.ToString(), _id.ToString(), _plural?.ToString(), [.. _forms.Select(form => form.ToString())], _entryLine);
        if (entry is { Context: null, Id: "" })
            ReadHeader(entry);
        else
            Add(_fuzzy ? entry with { Translations = [.. entry.Translations.Select(_ => "")] } : entry);

        _forms.Clear();
        _context = _id = _plural = _text = null;
        _fuzzy = false;
    }

    void Add(PoEntry entry)
    {
        if (!_linesByKey.TryAdd((entry.Context, entry.Id), entry.Line))
            throw new PoException(_file, entry.Line, $"\"{entry.Id}\" is already in line {_linesByKey[(entry.Context, entry.Id)].ToString(CultureInfo.InvariantCulture)}");

        var expected = PluralRules.FormCount(_culture);
        var count = entry.Translations.Length;
        if (entry.PluralId is not null && (count > expected || (entry.IsTranslated && count != expected)))
            throw new PoException(_file, entry.Line, FormattableString.Invariant($"\"{entry.Id}\" has {count} plural forms, {_culture.Code} has {expected}"));

        if (PoText.PlaceholderProblem(entry) is { } problem)
            throw new PoException(_file, entry.Line, problem);

        _entries.Add(entry);
    }

    void ReadHeader(PoEntry entry)
    {
        if (_header.Count > 0)
            throw new PoException(_file, entry.Line, "a second header");
        _header = PoText.HeaderFields(entry.Translations[0]);

        if (_header.TryGetValue("Content-Type", out var type) && !type.Contains("charset=utf-8", StringComparison.OrdinalIgnoreCase))
            throw new PoException(_file, entry.Line, $"the encoding has to be UTF-8, the header says {type}");

        var expected = FormattableString.Invariant($"nplurals={PluralRules.FormCount(_culture)}");
        if (_header.TryGetValue("Plural-Forms", out var rule) && rule.Split(';')[0].Replace(" ", "", StringComparison.Ordinal) != expected)
            throw new PoException(_file, entry.Line, $"Plural-Forms says \"{rule}\", {_culture.Code} needs {expected}");
    }

    void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition, string problem)
    {
        if (!condition)
            throw Error(problem);
    }

    PoException Error(string problem) => new(_file, _line, problem);
}
