using Portal.Debates.Models;

namespace Portal.UnitTests.Debates;

public class SpeakerNameTests
{
    [Theory]
    [InlineData("Example Person, judge", "What Example Person said")]
    [InlineData("Пример Особић, судија", "речи Примера Особића о суду")]
    [InlineData("Пример Особић, судија", "riječi Primera Osobića o sudu")]
    [InlineData("Shembull Personi", "sipas Shembull Personit")]
    [InlineData("Example Person", "PERSON, Example: a note")]
    [InlineData("Đorđe Primer", "with Djordje Primer")]
    [InlineData("Ministry of Examples, adviser", "as the Ministry of Examples put it")]
    public void A_name_is_found_in_any_script_case_and_order(string speaker, string text) =>
        SpeakerName.Of(speaker)!.IsIn(SpeakerName.FoldedWords(text)).ShouldBeTrue();

    [Theory]
    [InlineData("Example Person, judge", "An example of a personality cult")]
    [InlineData("Example Person, judge", "One example. Another man")]
    [InlineData("Example Person, judge", "Example and Person")]
    [InlineData("Example Person, judge", "")]
    public void Words_that_only_look_like_it_are_not_the_name(string speaker, string text) =>
        SpeakerName.Of(speaker)!.IsIn(SpeakerName.FoldedWords(text)).ShouldBeFalse();

    [Theory]
    [InlineData("residents")]
    [InlineData("Moderator")]
    [InlineData("The head of the school, in person")]
    [InlineData("Example organisation, researcher")]
    [InlineData("")]
    [InlineData(", judge")]
    public void A_role_in_ordinary_words_is_no_name(string speaker) => SpeakerName.Of(speaker).ShouldBeNull();

    [Fact]
    public void The_role_is_not_part_of_the_name() => SpeakerName.Of("Example Person, judge of the Example Court")!.Text.ShouldBe("Example Person");
}
