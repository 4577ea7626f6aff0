using Portal.Cms.Localization;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Models;

/// <summary>What another module shows its author on the page of a receipt, such as what was answered. Register with <c>AddScoped&lt;IReceiptPart, …&gt;()</c>.</summary>
public interface IReceiptPart
{
    /// <param name="receipt">The code as written.</param>
    /// <returns>Null where there is nothing to show.</returns>
    Task<ReceiptPart?> LoadAsync(SubmissionStatus status, string receipt, Culture culture, CancellationToken cancel);
}

/// <param name="PartialView">Name of a partial view of the module.</param>
public sealed record ReceiptPart(string PartialView, object Model);
