using Portal.Cms.Localization;

namespace Portal.Moderation.Models;

/// <summary>What another module shows moderators of a submission beside its text, such as the boxes that were ticked in a questionnaire. Register with <c>AddScoped&lt;IDecisionPart, …&gt;()</c>.</summary>
public interface IDecisionPart
{
    /// <param name="body">The text as moderators read it.</param>
    /// <returns>Null where there is nothing to show.</returns>
    Task<DecisionPart?> LoadAsync(Submission submission, string body, Culture culture, CancellationToken cancel);
}

/// <param name="PartialView">Name of a partial view of the module; its heading is an <c>h2</c>.</param>
public sealed record DecisionPart(string PartialView, object Model);
