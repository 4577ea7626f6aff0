using System.Text;
using Portal.Users.SecondFactors;

namespace Portal.UnitTests.Users;

public sealed class OneTimeCodeTests
{
    static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The vectors of RFC 6238, appendix B, for SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_RFC(long second, string code) =>
        OneTimeCode.Of(Key, OneTimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(second)), digits: 8).ShouldBe(code);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_telephone_may_be_half_a_minute_off(int seconds, bool counts)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000);
        var typed = OneTimeCode.Of(Key, OneTimeCode.StepAt(now.AddSeconds(seconds)));
        (OneTimeCode.Match(Key, typed, now, after: 0) is not null).ShouldBe(counts);
    }

    [Fact]
    public void Neither_a_step_that_was_accepted_nor_one_before_it_counts_again()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000);
        var step = OneTimeCode.StepAt(now);
        OneTimeCode.Match(Key, OneTimeCode.Of(Key, step), now, after: step).ShouldBeNull();
        OneTimeCode.Match(Key, OneTimeCode.Of(Key, step - 1), now, after: step).ShouldBeNull();
        OneTimeCode.Match(Key, OneTimeCode.Of(Key, step + 1), now, after: step).ShouldBe(step + 1);
    }

    [Fact]
    public void Blanks_do_not_matter()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000);
        var code = OneTimeCode.Of(Key, OneTimeCode.StepAt(now));
        OneTimeCode.Match(Key, $" {code[..3]} {code[3..]} ", now, after: 0).ShouldNotBeNull();
        OneTimeCode.Match(Key, "", now, after: 0).ShouldBeNull();
    }

    /// <summary>RFC 4648, section 10, cut to whole groups.</summary>
    [Theory]
    [InlineData("fooba", "MZXW 6YTB")]
    [InlineData("12345678901234567890", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")]
    public void Keys_are_written_in_base_32(string key, string letters) => OneTimeCode.Text(Encoding.ASCII.GetBytes(key)).ShouldBe(letters);

    [Fact]
    public void A_recovery_code_may_be_typed_as_people_type()
    {
        RecoveryCodes.HashOf("a", "O0Il-ABCD-efgh-1234").ShouldBe(RecoveryCodes.HashOf("a", "0011 abcd EFGH 1234"));
        RecoveryCodes.HashOf("a", "0011-abcd-efgh-1234").ShouldNotBe(RecoveryCodes.HashOf("b", "0011-abcd-efgh-1234"), StringComparer.Ordinal);
        RecoveryCodes.New().Distinct(StringComparer.Ordinal).Count().ShouldBe(RecoveryCodes.Count);
        RecoveryCodes.New().ShouldAllBe(c => RecoveryCodes.LooksLikeOne(c));
    }
}
