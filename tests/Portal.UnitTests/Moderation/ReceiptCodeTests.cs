using Portal.Moderation.Text;

namespace Portal.UnitTests.Moderation;

public sealed class ReceiptCodeTests
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_code_has_seven_groups_of_four_letters_that_cannot_be_confused()
    {
        var code = ReceiptCode.New();
        code.Split('-').Select(g => g.Length).ShouldBe(Enumerable.Repeat(4, 7));
        code.Replace("-", "", StringComparison.Ordinal).ShouldAllBe(c => Alphabet.Contains(c, StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_codes_are_the_same() => Enumerable.Range(0, 10_000).Select(_ => ReceiptCode.New()).Distinct(StringComparer.Ordinal).Count().ShouldBe(10_000);

    [Fact]
    public void A_code_is_read_as_it_was_written() => ReceiptCode.Read(ReceiptCode.New() is var code ? code : "").ShouldBe(code);

    [Fact]
    public void Any_one_wrong_letter_shows()
    {
        var letters = ReceiptCode.New().Replace("-", "", StringComparison.Ordinal);
        for (var at = 0; at < letters.Length; at++)
        {
            foreach (var other in Alphabet.Where(c => c != letters[at])) ReceiptCode.Read($"{letters[..at]}{other}{letters[(at + 1)..]}").ShouldBeNull();
        }
    }

    [Fact]
    public void Any_two_swapped_letters_show_wherever_they_stand()
    {
        for (var i = 0; i < 50; i++)
        {
            var letters = ReceiptCode.New().Replace("-", "", StringComparison.Ordinal).ToCharArray();
            for (var a = 0; a < letters.Length; a++)
            {
                for (var b = a + 1; b < letters.Length; b++)
                {
                    if (letters[a] == letters[b]) continue;
                    var swapped = (char[])letters.Clone();
                    (swapped[a], swapped[b]) = (letters[b], letters[a]);
                    ReceiptCode.Read(new string(swapped)).ShouldBeNull($"{new string(letters)} {a} {b}");
                }
            }
        }
    }

    [Fact]
    public void A_code_is_read_with_what_stands_before_it_on_the_page()
    {
        var code = ReceiptCode.New();
        ReceiptCode.Read($"Код:\n{code.Replace('-', '\n')}").ShouldBe(code);
        ReceiptCode.Read($"{code}:").ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("----")]
    [InlineData("U000-0000-0000-0000-0000-0000-0000")]
    [InlineData("0000-0000-0000-0000-0000-0000-00000")]
    [InlineData("0000-0000-0000-0000-0000-0000-000")]
    public void What_cannot_be_a_code_is_not_read(string? typed) => ReceiptCode.Read(typed).ShouldBeNull();

    [Fact]
    public void A_text_of_any_length_is_refused_quickly() => ReceiptCode.Read(new string(' ', 1_000_000)).ShouldBeNull();
}
