using Microsoft.AspNetCore.Http;
using Portal.Cms;

namespace Portal.Contents.Models;

/// <summary>A button of another module that belongs to the edit form, though it may stand in a panel beside it: what was typed is saved first, then this is done. What is wrong is shown on the form, and nothing that was typed is lost.</summary>
/// <remarks>Registered with <c>AddScoped&lt;IEditorCommand, …&gt;</c>. Buttons and inputs outside of the form join it with <c>form="@EditorForm.Id"</c>.</remarks>
public interface IEditorCommand
{
    /// <summary>Value of the button, whose name is <c>do</c>.</summary>
    string Name { get; }

    /// <param name="form">All that was sent.</param>
    /// <returns>English message id of what was done, or the problem. A field's error names the id of its input.</returns>
    Task<Result<string>> RunAsync(string contentItemId, IFormCollection form, CancellationToken cancel);
}

/// <summary>What others need to know of the edit form.</summary>
public static class EditorForm
{
    /// <summary>The form's <c>id</c>.</summary>
    public const string Id = "edit-form";
}
