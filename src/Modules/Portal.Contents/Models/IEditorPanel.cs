using Portal.Contents.Queries;

namespace Portal.Contents.Models;

/// <summary>Where on an edit form's page a panel stands.</summary>
public enum EditorPlace
{
    /// <summary>Above the fields, inside the form: no form of its own.</summary>
    AboveFields,
    /// <summary>Beside the form (below it on a narrow screen), outside of it: may have forms of its own.</summary>
    Beside,
}

/// <summary>A piece of an edit form's page.</summary>
/// <param name="Order">Of the panels of one place the lowest stands first; of equal ones, the one that was registered first.</param>
public sealed record EditorPanel(string PartialView, object Model, EditorPlace Place = EditorPlace.AboveFields, int Order = 50);

/// <summary>Lets a module show around the fields of a form what an editor should know or can do beside filling them in.</summary>
public interface IEditorPanel
{
    bool AppliesTo(string contentType);

    /// <returns>Null where there is nothing to say.</returns>
    Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel);
}
