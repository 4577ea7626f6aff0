using System.Globalization;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class DateSpanTests
{
    [Theory]
    [InlineData("2010-01-01", "2010-12-31", "2010")]
    [InlineData("2010-01-01", "2013-12-31", "2010–2013")]
    [InlineData("2012-11-01", "2012-11-30", "November 2012")]
    [InlineData("2021-09-01", "2021-12-31", "September 2021 – December 2021")]
    [InlineData("2026-03-24", "2026-03-24", "24 March 2026")]
    [InlineData("2026-03-24", null, "24 March 2026")]
    [InlineData("2026-03-24", "2026-03-26", "24 March 2026 – 26 March 2026")]
    public void A_span_says_no_more_than_is_known(string from, string? to, string expected) =>
        DateSpan.Text(Day(from), to is null ? null : Day(to), Culture.En).Replace('\u00A0', ' ').ShouldBe(expected);

    [Fact]
    public void Months_are_written_as_the_language_writes_them() => DateSpan.Text(new(2012, 11, 1), new(2012, 11, 30), Culture.Sr).ShouldBe("новембар\u00A02012.");

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
