namespace Portal.Cms.Media;

/// <summary>What is known of a file beside its bytes.</summary>
/// <param name="Alt">What a picture shows, by content culture.</param>
/// <param name="FocusX">From 0 (left) to 1: what must stay when a picture is cropped.</param>
/// <param name="FocusY">From 0 (top) to 1.</param>
public sealed record MediaDescription(
    string? Title = null, IReadOnlyDictionary<string, string>? Alt = null, bool Decorative = false, string? Credit = null, string? Licence = null, double? FocusX = null, double? FocusY = null);

/// <param name="Path">Relative to the media folder.</param>
/// <param name="Description">Null: nothing is said, and what the library says of it stays.</param>
public sealed record MediaArrival(string Path, MediaDescription? Description = null);

/// <summary>Is told of files that something wrote into the media folder itself: a recipe, an imported document. Called inside the change that brought them, if there is one.</summary>
public interface IMediaIntake
{
    Task TakeInAsync(IReadOnlyList<MediaArrival> files, CancellationToken cancel);
}

/// <summary>The words of documents, for the search.</summary>
public interface IMediaWords
{
    /// <returns>The text of those of the files that have one, by path, in their order.</returns>
    Task<IReadOnlyList<(string Path, string Text)>> OfAsync(IReadOnlyCollection<string> paths, CancellationToken cancel);
}
