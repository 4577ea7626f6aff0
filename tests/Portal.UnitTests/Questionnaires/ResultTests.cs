using Portal.Cms.Localization;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.Text;
using static Portal.UnitTests.Questionnaires.Forms;

namespace Portal.UnitTests.Questionnaires;

public sealed class ResultTests
{
    [Fact]
    public void Large_figures_and_zeros_are_shown() => SmallCells.Hide([12, 0, 5]).ShouldBe([12, 0, 5]);

    [Fact]
    public void A_small_figure_takes_the_next_smallest_with_it_so_that_the_sum_does_not_tell_it()
    {
        SmallCells.Hide([20, 3, 9]).ShouldBe([20, null, null]);
        SmallCells.Hide([20, 2, 3]).ShouldBe([20, null, null]);
        SmallCells.Hide([20, 1, 1, 8]).ShouldBe([20, null, null, null], "two that are one each would be told by a remainder of two");
    }

    [Fact]
    public void In_a_table_no_hidden_cell_can_be_worked_out_from_the_sums()
    {
        IReadOnlyList<IReadOnlyList<int>> rows = [[10, 2, 8], [7, 9, 6], [12, 11, 5]];
        var shown = SmallCells.Hide(rows);
        shown.SelectMany((r, i) => r.Select((c, j) => (c, rows[i][j]))).Where(c => c.c is not null).ShouldAllBe(c => c.c == c.Item2);
        shown.SelectMany((r, i) => r.Select((c, j) => (c, rows[i][j]))).Where(c => c.Item2 is > 0 and < 5).ShouldAllBe(c => c.c == null);
        foreach (var line in shown.Select(r => r.ToList()).Concat(Enumerable.Range(0, 3).Select(c => shown.Select(r => r[c]).ToList()))) line.Count(c => c is null).ShouldNotBe(1);
    }

    [Fact]
    public void Whoever_was_not_asked_is_not_among_the_asked()
    {
        var form = Of(Page("p", YesNo("one"), Choice("two", QuestionKind.Multiple, When("one", Test.OneOf, "yes"))));
        var tally = new Tally();
        tally.Add(form, Stored(("one", new() { Choices = ["yes"] }), ("two", new() { Choices = ["a", "b"] })));
        tally.Add(form, Stored(("one", new() { Choices = ["yes"] })));
        tally.Add(form, Stored(("one", new() { Choices = ["no"] })));
        tally.Of("two").Asked.ShouldBe(2);
        tally.Of("two").Answered.ShouldBe(1);
        tally.Of("two").Counts.ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1, ["b"] = 1 }, ignoreOrder: true);
        tally.Of("never").Asked.ShouldBe(0);
    }

    [Fact]
    public void Numbers_have_a_mean_and_a_median()
    {
        var form = Of(Page("p", new Question("n", QuestionKind.Number)));
        var tally = new Tally();
        foreach (var number in new decimal[] { 1, 2, 3, 10 }) tally.Add(form, Stored(("n", new() { Number = number })));
        tally.Of("n").Mean.ShouldBe(4);
        tally.Of("n").Median.ShouldBe(2);
    }

    [Fact]
    public void An_export_has_the_same_columns_for_everybody_and_those_of_earlier_versions()
    {
        var first = Of(Page("p", Choice("m", QuestionKind.Multiple) with { HasOther = true, IsPublished = true }, new Question("gone", QuestionKind.Date), new Question("age", QuestionKind.Number) { IsAboutPerson = true })).In(Culture.En);
        var second = Of(Page("p", Choice("m", QuestionKind.Multiple) with { Options = ["a", "b", "c", "d"], HasOther = true }, YesNo("y") with { HasReason = true })).In(Culture.En);
        PublishedForm[] versions = [new("set", 1, first, ["en"]), new("set", 2, second, ["en"])];

        new ExportColumns(versions, ExportReader.Public).Names.ShouldBe(["culture", "version", "on-behalf-of", "m.a", "m.b", "m.c", "m.d", "m.other", "m.text", "y", "y.text", "gone"]);
        new ExportColumns(versions, ExportReader.Editor).Names.ShouldContain("age", StringComparer.Ordinal);

        var (body, answers) = ResponseText.Of(first, Answers(("m", new() { Choices = ["b", "other"], Text = "Ask Arben" }), ("age", new() { Number = 44 })), Culture.En);
        var row = new ResponseRow("id", 1, FormJson.Write(answers), "en", "web", SubmissionState.PublishedRedacted, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc), "A group", body, $"{body.IndexOf("Arben", StringComparison.Ordinal)},5", IsCleared: true);
        new ExportColumns(versions, ExportReader.Public).Cells(row).ShouldBe(["en", "1", "A group", "0", "1", "0", "0", "1", "Ask ▮▮▮", "", "", ""]);

        // What nobody has decided on is in no public row, and in no editor's either.
        var waiting = row with { State = SubmissionState.Queued, Redactions = null, IsCleared = false };
        new ExportColumns(versions, ExportReader.Public).Cells(waiting)[8].ShouldBeEmpty();
        new ExportColumns(versions, ExportReader.Editor).Cells(waiting).ShouldNotContain("Ask Arben", StringComparer.Ordinal);
        new ExportColumns(versions, ExportReader.Moderator).Cells(waiting).ShouldContain("Ask Arben", StringComparer.Ordinal);

        // Words are public only where the version that was answered said so.
        new ExportColumns(versions, ExportReader.Public).Cells(row with { Version = 2, State = SubmissionState.Published })[8].ShouldBeEmpty();
    }

    static Dictionary<string, StoredAnswer> Stored(params (string Key, StoredAnswer Answer)[] answers) => answers.ToDictionary(a => a.Key, a => a.Answer, StringComparer.Ordinal);
}
