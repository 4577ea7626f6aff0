using System.Globalization;
using Portal.Cms.Localization;
using Portal.Site.Taxonomies;

namespace Portal.Site.ViewModels;

/// <param name="Title">English message id of what the terms are together.</param>
public sealed record TaxonomyCount(string Taxonomy, string Title, int Terms);

/// <param name="Sort">The language whose alphabet the terms stand in.</param>
public sealed record TaxonomyView(string Taxonomy, string Title, IReadOnlyList<Term> Terms, Culture Sort, string? Q);

/// <summary>What is typed about a term.</summary>
public sealed record TermForm
{
    /// <summary>By culture code.</summary>
    public Dictionary<string, string?> Names { get; init; } = new(StringComparer.Ordinal);
    public string? Parent { get; init; }
    public bool IsRetired { get; init; }
    public string? Order { get; init; }
    public string? Country { get; init; }
    public string? Latitude { get; init; }
    public string? Longitude { get; init; }
    public string? Population { get; init; }
    public string? PopulationYear { get; init; }

    public static TermForm Of(Term term) => new()
    {
        Names = term.Names.ToDictionary(n => n.Key, n => (string?)n.Value, StringComparer.Ordinal), Parent = term.Parent, IsRetired = term.IsRetired, Order = Typed(term.Theme?.Order?.Value), Country = term.Municipality?.Country?.Text,
        Latitude = Typed(term.Municipality?.Location?.Latitude), Longitude = Typed(term.Municipality?.Location?.Longitude), Population = Typed(term.Municipality?.Population?.Value), PopulationYear = Typed(term.Municipality?.PopulationYear?.Value),
    };

    static string? Typed(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <param name="Term">Null for a new one.</param>
/// <param name="Others">The other terms of the taxonomy, in the order of the editor's language.</param>
public sealed record TermEditView(string Taxonomy, string Title, Term? Term, TermForm Form, IReadOnlyList<Term> Others);

/// <summary>What a merge would do.</summary>
/// <param name="TakenOver">Names that the kept term lacks and takes over: language and name.</param>
/// <param name="Parts">Terms that stand below the one that goes, and below the kept one afterwards.</param>
/// <param name="IsTooDeep">The kept term is itself part of a third, so that it can have no parts.</param>
public sealed record MergeView(Term From, Term Into, IReadOnlyList<(Culture Culture, string Name)> TakenOver, IReadOnlyList<Term> Parts, bool IsTooDeep);
