using Portal.Cms.Content;

namespace Portal.UnitTests.Content;

public class ExcerptTests
{
    [Fact]
    public void A_short_text_stays_whole() => Excerpt.Of(" Një fjali e shkurtër. ", 240).ShouldBe("Një fjali e shkurtër.");

    [Fact]
    public void A_long_text_ends_after_a_sentence() =>
        Excerpt.Of("Prva rečenica je ovdje. Druga rečenica je znatno duža od onoga što stane u popis.", 40).ShouldBe("Prva rečenica je ovdje.");

    [Fact]
    public void The_full_stop_of_an_ordinal_number_ends_no_sentence()
    {
        var excerpt = Excerpt.Of("Од 2003. године Косово је изградило три врсте тела", 20);

        excerpt.ShouldBe("Од 2003. године…");
    }

    [Fact]
    public void A_text_without_spaces_is_cut_where_it_has_to_be() => Excerpt.Of(new string('a', 50), 20).ShouldBe(new string('a', 20) + "…");
}
