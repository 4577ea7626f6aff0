using Portal.Cms.Content;

namespace Portal.Contents.Versions;

/// <summary>What two versions of an item say differently, field by field and word by word.</summary>
public static class VersionComparison
{
    /// <summary>In the order of the later version; what it does not have any more stands at the end.</summary>
    public static IReadOnlyList<ChangedField> Of(IReadOnlyList<VersionField> before, IReadOnlyList<VersionField> after)
    {
        var old = before.ToDictionary(f => f.Key, StringComparer.Ordinal);
        var gone = before.Where(b => after.All(a => a.Key != b.Key));
        return [.. from field in after.Concat(gone.Select(g => g with { Lines = [] }))
                   let was = old.GetValueOrDefault(field.Key)?.Lines ?? []
                   where !was.SequenceEqual(field.Lines, StringComparer.Ordinal)
                   select new ChangedField(field.Label, field.IsShared, Shortened(TextDiff.Paragraphs(was, field.Lines)))];
    }

    /// <summary>Changed paragraphs with one neighbour on each side; what lies between says the same and is left out.</summary>
    static List<DiffParagraph?> Shortened(IReadOnlyList<DiffParagraph> paragraphs)
    {
        var shown = new List<DiffParagraph?>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var isNear = paragraphs[i].IsChanged || (i > 0 && paragraphs[i - 1].IsChanged) || (i + 1 < paragraphs.Count && paragraphs[i + 1].IsChanged);
            if (isNear) shown.Add(paragraphs[i]);
            else if (shown is not [.., null]) shown.Add(null);
        }

        return shown;
    }
}
