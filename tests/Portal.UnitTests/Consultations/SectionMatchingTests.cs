using Portal.Consultations.Import;

namespace Portal.UnitTests.Consultations;

public class SectionMatchingTests
{
    static readonly KnownSection[] Known =
    [
        new("a", 1, "Article 1. Purpose", "This law regulates how weapons of citizens are kept."),
        new("b", 2, "Article 2. Storage", "Weapons are stored in a locked cabinet that is fixed to the wall."),
        new("c", 3, "Article 3. Fines", "Whoever breaks the rules pays a fine of one hundred euros."),
    ];

    [Fact]
    public void Reworded_renumbered_and_moved_sections_are_found_and_a_new_one_is_new() => SectionMatching.Propose(
        [
            ("Article 1. Purpose", "This law regulates how weapons of citizens are kept and carried."),
            ("Article 2. Definitions", "In this law a word means what the dictionary says."),
            ("Article 3. Penalties", "Whoever breaks the rules pays a fine of two hundred euros."),
            ("Article 4. Safe storage", "Weapons are stored in a locked steel cabinet that is fixed to the wall."),
        ], Known).ShouldBe(["a", null, "c", "b"]);

    [Fact]
    public void A_heading_alone_is_enough_where_the_text_was_written_anew() =>
        SectionMatching.Propose([("Article 7. Storage", "Weapons are in a cabinet.")], Known).ShouldBe(["b"]);

    [Fact]
    public void No_section_is_continued_twice()
    {
        var twice = SectionMatching.Propose([("Storage", Known[1].Words!), ("Storage", Known[1].Words!)], Known);
        twice.Count(id => id == "b").ShouldBe(1);
    }

    [Fact]
    public void A_translation_is_taken_in_the_order_of_the_document_if_it_has_as_many_sections()
    {
        KnownSection[] untranslated = [.. Known.Select(k => k with { Words = null })];
        SectionMatching.Propose([("Члан 1", "Један"), ("Члан 2", "Два"), ("Члан 3", "Три")], untranslated).ShouldBe(["a", "b", "c"]);
        SectionMatching.Propose([("Члан 1", "Један"), ("Члан 2", "Два")], untranslated).ShouldBe([null, null]);
    }

    [Fact]
    public void Five_hundred_sections_are_matched_at_once()
    {
        var random = new Random(7);
        string Words() => string.Join(' ', Enumerable.Range(0, 200).Select(_ => "w" + random.Next(3000)));
        KnownSection[] many = [.. Enumerable.Range(0, 500).Select(i => new KnownSection($"id{i}", i + 1, $"Article {i + 1}", Words()))];
        var started = TimeProvider.System.GetTimestamp();
        SectionMatching.Propose([.. many.Select(k => (k.Heading, k.Words!))], many).ShouldBe(many.Select(k => k.Id));
        // Two seconds on a quiet machine; comparing each word with each would take an hour.
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }
}
