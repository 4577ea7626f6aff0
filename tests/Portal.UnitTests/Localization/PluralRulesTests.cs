using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class PluralRulesTests
{
    static readonly long[] Counts = [0, 1, 2, 3, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112];

    [Theory]
    [InlineData("sr")]
    [InlineData("sr-Latn")]
    [InlineData("bs")]
    public void Serbian_and_Bosnian_have_one_few_and_other(string code)
    {
        Culture.TryFrom(code, out var culture);
        PluralRules.FormCount(culture!).ShouldBe(3);
        Counts.Select(count => PluralRules.Index(culture!, count)).ShouldBe([2, 0, 1, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 2, 2]);
    }

    [Theory]
    [InlineData("sq")]
    [InlineData("en")]
    public void Albanian_and_English_have_one_and_other(string code)
    {
        Culture.TryFrom(code, out var culture);
        PluralRules.FormCount(culture!).ShouldBe(2);
        Counts.Select(count => PluralRules.Index(culture!, count)).ShouldBe([1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(-3, 1)]
    [InlineData(-12, 2)]
    [InlineData(long.MinValue, 2)]
    public void A_negative_count_takes_the_form_of_its_absolute_value(long count, int index) => PluralRules.Index(Culture.Sr, count).ShouldBe(index);
}
