using Portal.Contents.Queries;

namespace Portal.Contents.Models;

/// <summary>A piece of an edit form's page.</summary>
/// <param name="PartialView">Stands inside the form: no form of its own.</param>
public sealed record EditorPanel(string PartialView, object Model);

/// <summary>Lets a module show above the fields of a type's form what an editor should know or can do beside filling them in.</summary>
public interface IEditorPanel
{
    string ContentType { get; }

    /// <returns>Null where there is nothing to say.</returns>
    Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel);
}
