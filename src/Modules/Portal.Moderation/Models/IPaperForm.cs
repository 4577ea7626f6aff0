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

    /// <param name="municipalities">Localization sets by name, in any language.</param>
    /// <returns>How many such forms are entered from one file; null where the consultation has no such form.</returns>
    Task<PaperTable?> TableAsync(string set, IReadOnlyDictionary<string, string> municipalities, CancellationToken cancel);
}

/// <summary>The fields of such a form.</summary>
/// <param name="Consent">English message id of what its author has to have agreed to.</param>
/// <param name="Languages">In which the form can be filled in.</param>
/// <param name="IsInLanguage">False: not in the language that was asked for; there is nothing to fill in.</param>
public sealed record PaperForm(string PartialView, object Model, string Consent, IReadOnlyList<Culture> Languages, bool IsInLanguage)
{
    /// <summary>What is asked, in the language of the form, by the field that an error names.</summary>
    public IReadOnlyDictionary<string, string> Questions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <param name="Body">What its author wrote in their own words; may be empty.</param>
/// <param name="Answered">How many questions are answered.</param>
public sealed record FilledForm(string Body, IEnclosure Enclosed, int Answered);

/// <summary>A file with one such form in each row.</summary>
/// <param name="Columns">Its own, which follow those of every entry.</param>
/// <param name="Languages">In which the form can be filled in.</param>
/// <param name="Read">Reads a row, in the language of the form: what stands in a column is asked for by its name. Errors name columns.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<Culture> Languages, Func<Culture, Func<string, string>, Result<FilledForm>> Read);

/// <param name="Meaning">What is asked, in the editor's language.</param>
/// <param name="Values">What can stand in it, each with its meaning; empty = words, a number or a day.</param>
/// <param name="Example">A cell of the file to begin with.</param>
public sealed record PaperColumn(string Name, string Meaning, IReadOnlyList<(string Value, string Meaning)> Values, string Example);
