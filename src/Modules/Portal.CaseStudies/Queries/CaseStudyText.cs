using Portal.CaseStudies.Charts;
using Portal.CaseStudies.Models;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;

namespace Portal.CaseStudies.Queries;

/// <param name="Name">English message id of the step.</param>
public sealed record CycleStep(string Name, RenderedText Text);

/// <summary>A part of the page that is a heading and what was written under it.</summary>
public sealed record TextSection(string Id, string Heading, RenderedText Text);

public sealed record IndicatorView(string Level, string Name, string Unit, IndicatorFigures Figures, ResultChart? Chart, string Source);

/// <summary>One level of the results chain with its statements and what was measured of them.</summary>
public sealed record ResultLevelView(string Level, IReadOnlyList<string> Statements, IReadOnlyList<IndicatorView> Indicators);

public sealed record QuoteView(string Text, string Attribution);

/// <summary>A case study as a reader of one culture sees it, on its own page and beside others.</summary>
/// <param name="Started">Null: not known.</param>
/// <param name="Ended">Null: not over, or not known.</param>
public sealed record CaseStudyText(
    Culture Culture, string Title, string Summary, DateOnly? Started, DateOnly? Ended, decimal? Budget, decimal? MatchFunding, string FundedBy, string CostBand, string EvidenceStrength, string Partners,
    ContentName? Organisation, IReadOnlyList<ContentName> Municipalities,
    RenderedText Problem, RenderedText Context, IReadOnlyList<CycleStep> Steps, IReadOnlyList<ResultLevelView> Results, RenderedText DidNotWork, RenderedText Transferability, RenderedText Sources,
    IReadOnlyList<QuoteView> Quotes, IReadOnlyList<MediaFile> Photos)
{
    public IEnumerable<IndicatorView> Indicators => Results.SelectMany(r => r.Indicators);

    /// <summary>The part of the budget that was found locally, in whole percent; null where it cannot be told.</summary>
    public int? MatchPercent => Budget is > 0 && MatchFunding is { } match ? (int)Math.Round(match * 100 / Budget.Value) : null;

    /// <summary>Sets whose names <see cref="Of"/> asks for.</summary>
    public static IEnumerable<string?> NamedIn(ContentDocument document) =>
        [document.As<OrganisationPart>()?.Set, .. document.As<TopicsPart>()?.Municipalities?.LocalizationSets ?? []];

    /// <param name="idPrefix">Put before ids, where several case studies stand on one page.</param>
    public static CaseStudyText Of(ContentDocument document, Culture culture, IReadOnlyDictionary<string, ContentName> names, MarkdownRenderer markdown, MediaFiles media, string idPrefix = "")
    {
        var part = document.As<CaseStudy>() ?? new();
        return new(
            culture, culture.Render(document.DisplayText), In(part.Summary), part.Started?.Day, part.Ended?.Day, part.Budget?.Value, part.MatchFunding?.Value,
            In(part.FundedBy), part.CostBand?.Text ?? "", part.EvidenceStrength?.Text ?? "", In(part.Partners),
            document.As<OrganisationPart>()?.Set is { } set ? names.GetValueOrDefault(set) : null,
            [.. (document.As<TopicsPart>()?.Municipalities?.LocalizationSets ?? []).Select(names.GetValueOrDefault).OfType<ContentName>()],
            Text(part.Problem, "problem"), Text(part.Context, "context"),
            [
                new("Prepare and analyse", Text(part.Prepare, "prepare")), new("Identify and prioritise", Text(part.Identify, "identify")), new("Plan", Text(part.Plan, "plan")),
                new("Implement and monitor", Text(part.Implement, "implement")), new("Evaluate and learn", Text(part.Evaluate, "evaluate")),
            ],
            ResultsOf(document, culture), Text(part.DidNotWork, "did-not-work"), Text(part.Transferability, "transfer"), Text(part.Sources, "sources"),
            [.. from quote in Bag(document, CaseStudy.Quotes).Select(d => d.As<Quote>())
                let words = In(quote?.Text)
                where words.Length > 0
                select new QuoteView(words, In(quote!.Attribution))],
            media.Of(part.Photos, culture));

        string In(TextField? field) => culture.Render(field?.Text?.Trim() ?? "");

        RenderedText Text(MarkdownField? field, string id) => markdown.Render(field?.Markdown, culture, $"{idPrefix}{id}-");
    }

    static List<ResultLevelView> ResultsOf(ContentDocument document, Culture culture)
    {
        var statements = Bag(document, CaseStudy.Results).Select(d => (Level: d.As<Models.Result>()?.Level?.Text ?? "", Text: culture.Render(d.DisplayText))).Where(s => s.Text.Length > 0).ToList();
        var indicators = IndicatorsIn(document, culture).ToList();
        return [.. from level in ResultLevels.All
                   let said = statements.Where(s => s.Level == level).Select(s => s.Text).ToList()
                   let measured = indicators.Where(i => i.Level == level).ToList()
                   where said.Count + measured.Count > 0
                   select new ResultLevelView(level, said, measured)];
    }

    /// <summary>All indicators, in the order in which they were written down.</summary>
    public static IEnumerable<IndicatorView> IndicatorsIn(ContentDocument document, Culture culture) => Bag(document, CaseStudy.Indicators).Select(d => IndicatorOf(d, culture));

    static IndicatorView IndicatorOf(ContentDocument document, Culture culture)
    {
        var part = document.As<Indicator>() ?? new();
        var figures = IndicatorFigures.Of(part);
        return new(part.Level?.Text ?? "", culture.Render(document.DisplayText), culture.Render(part.Unit?.Text?.Trim() ?? ""), figures, ResultChart.Of(figures), culture.Render(part.Source?.Text?.Trim() ?? ""));
    }

    static IEnumerable<ContentDocument> Bag(ContentDocument document, string name) => document.As<BagPart>(name)?.Items.Select(i => i.Document) ?? [];
}
