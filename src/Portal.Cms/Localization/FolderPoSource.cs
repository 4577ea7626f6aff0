namespace Portal.Cms.Localization;

/// <summary>
/// Translations that a site keeps beside the program: <c>{culture}.po</c>, then every file of the folder
/// <c>{culture}</c>, as translation packages bring them. A missing folder means no translations.
/// </summary>
public sealed class FolderPoSource(string path) : IPoSource
{
    public IEnumerable<PoInput> Open()
    {
        foreach (var culture in Culture.All)
        {
            var single = Path.Combine(path, culture.Code + ".po");
            if (File.Exists(single))
                yield return new PoInput(culture, single, File.OpenRead(single));

            var folder = Path.Combine(path, culture.Code);
            if (!Directory.Exists(folder))
                continue;
            foreach (var file in Directory.EnumerateFiles(folder, "*.po").Order(StringComparer.Ordinal))
                yield return new PoInput(culture, file, File.OpenRead(file));
        }
    }
}
