using System.Text;
using Portal.Mail.Delivery;

namespace Portal.UnitTests.Mail;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("Hello\r\nBcc: everybody@example.org", "Hello Bcc: everybody@example.org")]
    [InlineData("a\u2028b\u0000c\td", "a b c d")]
    public void A_text_cannot_begin_a_header_of_its_own(string text, string expected) => Header.OneLine(text).ShouldBe(expected);

    [Theory]
    [InlineData("mira@example.org", true)]
    [InlineData("mira@example.org\r\nBcc: x@example.org", false)]
    [InlineData("Mira <mira@example.org>", false)]
    [InlineData("mira @example.org", false)]
    [InlineData("mira", false)]
    public void An_address_is_one_bare_address(string text, bool expected) => Header.IsAddress(text).ShouldBe(expected);

    [Fact]
    public void Other_letters_travel_in_encoded_words_that_never_split_a_letter()
    {
        const string subject = "Ваш коментар о нацрту стратегије за малокалибарско оружје је објављен 👍🏽";
        var words = Header.Encode(subject).Split("\r\n ");
        words.ShouldAllBe(w => w.Length <= 75 && w.StartsWith("=?utf-8?B?", StringComparison.Ordinal) && w.EndsWith("?=", StringComparison.Ordinal));
        string.Concat(words.Select(w => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(w[10..^2])))).ShouldBe(subject);
    }

    [Fact]
    public void Something_that_looks_encoded_is_encoded() => Header.Encode("=?utf-8?B?AA==?=").ShouldStartWith("=?utf-8?B?PT");
}
