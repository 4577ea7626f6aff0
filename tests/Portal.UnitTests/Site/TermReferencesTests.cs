using Portal.Site.Taxonomies;

namespace Portal.UnitTests.Site;

public class TermReferencesTests
{
    [Fact]
    public void References_move_wherever_they_stand_once_each_and_nothing_else_changes() => TermReferences.Move(
        """{"TopicsPart":{"Themes":{"LocalizationSets":["old","new","third"]}},"Bag":{"ContentItems":[{"P":{"F":{"LocalizationSets":["old"]}}}]},"TitlePart":{"Title":"old"},"X":["old"]}""", "old", "new", "self").ShouldBe(
        """{"TopicsPart":{"Themes":{"LocalizationSets":["new","third"]}},"Bag":{"ContentItems":[{"P":{"F":{"LocalizationSets":["new"]}}}]},"TitlePart":{"Title":"old"},"X":["old"]}""");

    [Fact]
    public void Nothing_comes_to_point_to_itself() =>
        TermReferences.Move("""{"TermPart":{"Parent":{"LocalizationSets":["old"]}}}""", "old", "kept", "kept").ShouldBe("""{"TermPart":{"Parent":{"LocalizationSets":[]}}}""");

    [Fact]
    public void Text_without_the_reference_stays_the_very_same()
    {
        const string Json = """{ "A": { "LocalizationSets": ["other"] } }""";
        TermReferences.Move(Json, "old", "new", "self").ShouldBeSameAs(Json);
    }
}
