using Portal.CaseStudies.Models;
using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.CaseStudies;

/// <summary>Checks case studies when they are saved and published.</summary>
public sealed class CaseStudyHandler : ContentHandler
{
    /// <summary>English message id.</summary>
    const string OneOf = "One of {0}.";

    /// <summary>English message id.</summary>
    const string Amount = "An amount in euro, zero or more.";

    public override Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Item.ContentType != nameof(CaseStudy) || change.Document.As<CaseStudy>() is not { } study) return Task.CompletedTask;

        CheckWord("CaseStudy.CostBand", study.CostBand?.Text, CostBands.All, errors);
        CheckWord("CaseStudy.EvidenceStrength", study.EvidenceStrength?.Text, EvidenceStrengths.All, errors);
        if (study.Ended?.Day < study.Started?.Day) errors.Add(new("CaseStudy.Ended", "It ends after it begins."));
        CheckMoney(study, errors);

        foreach (var result in Bag(change.Document, CaseStudy.Results)) CheckWord("Results.Level", result.As<Models.Result>()?.Level?.Text, ResultLevels.All, errors);
        foreach (var indicator in Bag(change.Document, CaseStudy.Indicators)) CheckIndicator(indicator.DisplayText, indicator.As<Indicator>() ?? new(), errors);
        return Task.CompletedTask;
    }

    static void CheckMoney(CaseStudy study, List<FieldError> errors)
    {
        var (budget, match) = (study.Budget?.Value, study.MatchFunding?.Value);
        if (budget < 0) errors.Add(new("CaseStudy.Budget", Amount));
        if (match < 0) errors.Add(new("CaseStudy.MatchFunding", Amount));
        if (match > budget) errors.Add(new("CaseStudy.MatchFunding", "No more than the whole budget."));
        if (budget is { } all && !CostBands.Fits(study.CostBand?.Text, all)) errors.Add(new("CaseStudy.CostBand", "The budget does not lie in this band."));
    }

    static void CheckIndicator(string name, Indicator indicator, List<FieldError> errors)
    {
        CheckWord("Indicators.Level", indicator.Level?.Text, ResultLevels.All, errors);
        if (indicator.TargetDate?.Day < indicator.BaselineDate?.Day) errors.Add(new("Indicators.TargetDate", "{0}: the target lies before the baseline.", name));

        var days = new HashSet<DateOnly?>();
        foreach (var line in indicator.Values?.Values ?? [])
        {
            if (!Measurement.TryParse(line, out var measured)) errors.Add(new("Indicators.Values", "{0}: \"{1}\" is not a day and a number, such as 2011-12-31 53.8.", name, line));
            else if (!days.Add(measured.Day)) errors.Add(new("Indicators.Values", "{0}: there are two values for one day.", name));
        }
    }

    static void CheckWord(string field, string? value, IReadOnlyList<string> words, List<FieldError> errors)
    {
        if (!string.IsNullOrEmpty(value) && !words.Contains(value, StringComparer.Ordinal)) errors.Add(new(field, OneOf, string.Join(", ", words)));
    }

    static IEnumerable<ContentDocument> Bag(ContentDocument document, string name) => document.As<BagPart>(name)?.Items.Select(i => i.Document) ?? [];
}
