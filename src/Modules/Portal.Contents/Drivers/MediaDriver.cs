using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>Files of the media folder, each with its title or what the picture shows.</summary>
public sealed class MediaDriver(DataFolder folder, MediaFiles media) : FieldDriver<MediaField>
{
    public override string ViewOf(FieldSpot spot) => "_Media";

    protected override FieldContent? Display(FieldDescriptor field, MediaField value, Reading reading)
    {
        var files = media.Of(value, reading.Culture);
        static bool IsPicture(MediaFile file) => file.Kind is "JPG" or "JPEG" or "PNG" or "WEBP" or "SVG" or "GIF" or "AVIF";
        return files.Count == 0 ? null : new()
        {
            Pictures = [.. files.Where(IsPicture)],
            Links = [.. files.Where(f => !IsPicture(f)).Select(f => new FieldLink(f.Url, $"{f.Text} ({f.Kind})"))],
        };
    }

    public override IReadOnlyList<string> Inputs(FieldSpot spot) => [spot.Sub(nameof(MediaField.Paths)), spot.Sub(nameof(MediaField.MediaTexts))];

    protected override void Show(FieldSpot spot, MediaField field, TypedValues typed)
    {
        typed.Set(Inputs(spot)[0], field.Paths);
        typed.Set(Inputs(spot)[1], field.MediaTexts);
    }

    protected override void Read(FieldSpot spot, MediaField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var (paths, texts) = (typed.All(Inputs(spot)[0]), typed.All(Inputs(spot)[1]));
        var rows = Enumerable.Range(0, Math.Max(paths.Count, texts.Count))
            .Select(i => (Path: (paths.ElementAtOrDefault(i) ?? "").Trim(), Text: (texts.ElementAtOrDefault(i) ?? "").Trim()))
            .Where(row => row.Path.Length > 0 || row.Text.Length > 0).ToList();
        foreach (var (path, text) in rows)
        {
            if (path.Length == 0) errors.Add(new(spot.Name, "The text “{0}” has no file. Give its path, or clear the text.", text));
            // A file that went missing does not keep anybody from changing the rest.
            else if (!field.Paths.Contains(path, StringComparer.Ordinal) && !Exists(path)) errors.Add(new(spot.Name, "There is no file {0} in the media folder.", path));
        }

        (field.Paths, field.MediaTexts) = ([.. rows.Select(r => r.Path)], [.. rows.Select(r => r.Text)]);
    }

    bool Exists(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal)) return false;
        var root = folder.Folder("media") + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        return file.StartsWith(root, StringComparison.Ordinal) && File.Exists(file);
    }
}
