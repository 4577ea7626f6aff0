using Microsoft.AspNetCore.Http;
using Portal.Cms;
using Portal.Cms.Localization;

namespace Portal.Moderation.Models;

/// <summary>A form of another module that people fill in on paper in the place of a comment, and staff enter: the questionnaire.</summary>
public interface IPaperForm
{
    /// <param name="set">Localization set of the consultation.</param>
    /// <param name="language">Language of the form on paper.</param>
    /// <param name="typed">What was typed and comes back; null = nothing yet.</param>
    /// <param name="errors">What is wrong with it.</param>
    /// <returns>What staff fill in; null where the consultation has no such form.</returns>
    Task<PaperForm?> ShowAsync(string set, Culture language, IFormCollection? typed, IReadOnlyList<FieldError> errors, CancellationToken cancel);

    /// <returns>What was filled in, or what is wrong with it.</returns>
    Task<Result<FilledForm>> ReadAsync(string set, Culture language, IFormCollection typed, CancellationToken cancel);
}

/// <summary>The fields of such a form.</summary>
/// <param name="Consent">English message id of what its author has to have agreed to.</param>
/// <param name="Languages">In which the form can be filled in.</param>
/// <param name="IsInLanguage">False: not in the language that was asked for; there is nothing to fill in.</param>
public sealed record PaperForm(string PartialView, object Model, string Consent, IReadOnlyList<Culture> Languages, bool IsInLanguage);

/// <param name="Body">What its author wrote in their own words; may be empty.</param>
public sealed record FilledForm(string Body, IEnclosure Enclosed);
