using Portal.Cms.Content;
using Portal.Translations.Alignment;

namespace Portal.UnitTests.Translations;

public class AlignmentTests
{
    const string Long = "The municipality has to answer every recommendation within thirty days, in writing and in all languages that are official there.";
    const string LongSr = "Општина мора да одговори на сваку препоруку у року од тридесет дана, писмено и на свим језицима који су тамо службени.";

    [Fact]
    public void A_text_is_divided_at_its_blank_lines_and_code_stays_whole()
    {
        Passages.Split("## A heading\n\nWords.\nMore words.\n\n\n```\na\n\nb\n```\n").ShouldBe(["## A heading", "Words.\nMore words.", "```\na\n\nb\n```"]);
        Passages.Split(" \n\n").ShouldBeEmpty();
        Passages.Split("One\r\n\r\nTwo").ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void Passages_in_the_same_order_belong_together() =>
        Aligned(["# First", Long, "Short."], ["# Прво", LongSr, "Кратко."]).ShouldBe([("# First", "# Прво"), (Long, LongSr), ("Short.", "Кратко.")]);

    [Fact]
    public void A_passage_that_was_translated_as_two_keeps_both()
    {
        var half = LongSr[..60];
        Aligned(["# First", Long, "# Second", Long], ["# Прво", half, LongSr[60..], "# Друго", LongSr]).ShouldBe([("# First", "# Прво"), (Long, $"{half}|{LongSr[60..]}"), ("# Second", "# Друго"), (Long, LongSr)]);
    }

    [Fact]
    public void A_passage_that_is_not_translated_stands_alone() =>
        Aligned(["# First", Long, "# Second", Long + Long], ["# Прво", "# Друго", LongSr + LongSr]).ShouldBe([("# First", "# Прво"), (Long, ""), ("# Second", "# Друго"), (Long + Long, LongSr + LongSr)]);

    [Fact]
    public void What_the_workbench_put_together_stays_together_whatever_its_length()
    {
        var known = new[] { (Target: "Да.", Source: Long), (Target: "Не.", Source: "Fourth, and as long as this.") }.ToLookup(p => Passages.Hash(p.Target), p => Passages.Hash(p.Source), StringComparer.Ordinal);
        string[] source = ["First of all.", "Second of all.", Long, "Fourth, and as long as this."];
        PassageAlignment.Align(SourcePassage.Merge(source, source), ["Да.", "Не."], known).Where(a => a.Target.Count > 0).Select(a => (a.Source!.Now, a.Target.Single())).ShouldBe([(Long, "Да."), ("Fourth, and as long as this.", "Не.")]);
    }

    [Fact]
    public void Three_passages_put_to_one_come_back_as_three()
    {
        string[] target = ["Један.", "Два.", "Три."];
        var known = target.ToLookup(Passages.Hash, _ => Passages.Hash(Long), StringComparer.Ordinal);
        PassageAlignment.Align(SourcePassage.Merge([Long], [Long]), target, known).Single().Target.ShouldBe(target);
    }

    [Fact]
    public void A_reworded_passage_is_one_and_new_and_old_ones_are_told_apart()
    {
        var merged = SourcePassage.Merge(["Stays.", "The council meets every month in public.", "Goes away for good."], ["Stays.", "The council meets every second month in public.", "Came in between, with other words."]);
        merged.ShouldBe([new("Stays.", "Stays."), new("The council meets every month in public.", "The council meets every second month in public."), new("Goes away for good.", null), new(null, "Came in between, with other words.")]);
    }

    [Fact]
    public void A_long_text_is_aligned_in_a_moment()
    {
        string[] source = [.. Enumerable.Range(0, 1000).Select(i => $"{i}: {Long[..(20 + i * 7 % 90)]}")];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        PassageAlignment.Align(SourcePassage.Merge(source, source), [.. source.Select(s => s + "!")], Array.Empty<string>().ToLookup(x => x)).Count(a => a.Target.Count == 1).ShouldBe(1000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    static List<(string, string)> Aligned(string[] source, string[] target) =>
        [.. PassageAlignment.Align(SourcePassage.Merge(source, source), target, Array.Empty<string>().ToLookup(x => x)).Select(a => (a.Source?.Now ?? "", string.Join('|', a.Target)))];
}
