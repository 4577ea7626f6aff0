using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires.ViewModels;

/// <summary>A line of a bar chart and of the table that it is.</summary>
/// <param name="Count">Null: not shown, since it would single out a small group.</param>
/// <param name="Share">Of those who answered, in per cent, rounded.</param>
public sealed record Bar(string Label, int? Count, int? Share);

/// <summary>Counts by municipality.</summary>
public sealed record CrossedTable(IReadOnlyList<string> Columns, IReadOnlyList<(string Label, int Total, IReadOnlyList<int?> Cells)> Rows);

/// <summary>One question with its figures, sentences first.</summary>
/// <param name="Words">What people wrote, as far as it is published.</param>
public sealed record QuestionResult(string Key, string Title, IReadOnlyList<string> Sentences, IReadOnlyList<Bar> Bars, bool HasHidden, CrossedTable? Crossed, IReadOnlyList<PublishedWords> Words);

/// <summary>What was answered, once the consultation has closed.</summary>
public sealed record ResultsView(AnsweringFrame Frame, int Responses, int Declined, IReadOnlyList<QuestionResult> Questions);
