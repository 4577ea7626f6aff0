using Portal.Cms.Display.Lists;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.UnitTests.Recommendations;

public class RegisterSelectionTests
{
    static readonly Deadlines Today = new(new(2026, 6, 15), 30);

    static readonly RegisterRow[] Register =
    [
        Row("new", InstitutionStatus.Issued, "2026-06-10", "ministry"),
        Row("late", InstitutionStatus.Issued, "2026-05-01", "ministry"),
        Row("later", InstitutionStatus.Issued, "2026-01-01", "police"),
        Row("done", InstitutionStatus.Implemented, "2025-03-01", "police", due: "2025-12-01"),
        Row("slow", InstitutionStatus.InProgress, "2025-02-01", "ministry", due: "2025-12-01"),
        Row("elsewhere", InstitutionStatus.Rejected, "2025-01-01", "ministry", culture: "sq"),
    ];

    [Fact]
    public void Without_filters_everything_in_the_culture_is_there_the_newest_first() => Sets().ShouldBe(["new", "late", "later", "done", "slow"]);

    [Fact]
    public void Filters_narrow_down_together() => Sets(("addressee", "ministry"), ("status", "issued")).ShouldBe(["new", "late"]);

    [Fact]
    public void What_is_overdue_comes_with_the_longest_waiting_first()
    {
        Sets(("overdue", "reply")).ShouldBe(["later", "late"]);
        Sets(("overdue", "implementation")).ShouldBe(["slow"]);
    }

    [Fact]
    public void Each_filter_counts_what_its_values_would_leave_with_every_other_filter_in_place()
    {
        var selection = Select(("addressee", "ministry"), ("status", "issued"));
        Counts(selection, "addressee").ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["ministry"] = 2, ["police"] = 1 }, ignoreOrder: true);
        Counts(selection, "status").ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["issued"] = 2, ["in-progress"] = 1 }, ignoreOrder: true);
        Counts(selection, "year").ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["2026"] = 2 });
    }

    [Fact]
    public void A_count_is_the_length_of_the_list_it_leads_to()
    {
        foreach (var (filter, counts) in RegisterFilter.All.Zip(Select(("year", "2026")).Counts))
        {
            foreach (var (value, count) in counts) (filter.Key == "year" ? Sets((filter.Key, value)) : Sets(("year", "2026"), (filter.Key, value))).Length.ShouldBe(count, $"{filter.Key}={value}");
        }
    }

    [Fact]
    public void What_exists_in_another_language_only_is_counted_apart()
    {
        Select().Elsewhere.Select(r => r.Set).ShouldBe(["elsewhere"]);
        Select(("addressee", "police")).Elsewhere.ShouldBeEmpty();
    }

    static RegisterSelection Select(params (string Key, string Value)[] filters) =>
        RegisterSelection.Of(Register, new ListQuery(filters.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), 1), Today, "en");

    static string[] Sets(params (string Key, string Value)[] filters) => [.. Select(filters).Rows.Select(r => r.Set)];

    static Dictionary<string, int> Counts(RegisterSelection selection, string key) => RegisterFilter.All.Zip(selection.Counts).First(f => f.First.Key == key).Second;

    static RegisterRow Row(string set, InstitutionStatus status, string issued, string addressee, string? due = null, string culture = "en") =>
        new(set, status, Verdict.NotAssessed, Day(issued), Day(issued), due is null ? null : Day(due), ["asker"], null, [addressee], [], [], [culture]);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
