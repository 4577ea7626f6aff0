using Portal.Translations.Models;
using Portal.Translations.Texts;

namespace Portal.UnitTests.Translations;

public class GlossaryWordsTests
{
    static readonly GlossaryTerm[] Terms = [new("rec", "Recommendation", "Rekomandim", "Препорука", "Preporuka"), new("debate", "Public debate", "Debat publik", "Јавна дебата", "Javna debata"), new("appeal", "Appeal", "Ankesë", "Приговор", null)];

    [Theory]
    [InlineData("sr", "Министарство није одговорило на препоруке.", "Preporuka")]
    [InlineData("sr", "После јавне дебате у Штрпцу", "Javna debata")]
    [InlineData("sq", "Në rekomandimet e raportit", "Preporuka")]
    [InlineData("en", "Two recommendations after a public debate", "Preporuka, Javna debata")]
    [InlineData("en", "A publication about debating", "")]
    [InlineData("en", "An appeal", "")]
    public void A_word_is_found_in_whatever_form_it_stands(string culture, string text, string found) =>
        string.Join(", ", new GlossaryWords(Terms, culture, "bs").In(text).Select(h => h.Translation)).ShouldBe(found);
}
