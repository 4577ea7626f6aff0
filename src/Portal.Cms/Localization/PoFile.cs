namespace Portal.Cms.Localization;

/// <summary>A message of a PO file. A form that is not translated is an empty string at its own index.</summary>
public sealed record PoEntry(string? Context, string Id, string? PluralId, string[] Translations, int Line)
{
    public bool IsTranslated => Array.Exists(Translations, form => form.Length > 0);
}

/// <summary>What a PO file says: its header fields and its messages; a fuzzy message counts as untranslated.</summary>
public sealed record PoFile(string Name, IReadOnlyDictionary<string, string> Header, IReadOnlyList<PoEntry> Entries);
