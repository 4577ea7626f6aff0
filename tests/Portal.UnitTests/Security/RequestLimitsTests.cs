using System.Net;
using System.Reflection;
using Portal.Cms.Security;

namespace Portal.UnitTests.Security;

public sealed class RequestLimitsTests : IDisposable
{
    static readonly RequestLimit ThreeAnHour = new("three", 3, TimeSpan.FromHours(1));

    readonly MovedClock clock = new();
    readonly RequestLimits limits;

    public RequestLimitsTests() => limits = new(clock);

    [Fact]
    public void As_many_uses_as_the_limit_says_are_within_it_and_the_next_is_not()
    {
        Use("192.0.2.1", 4).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public void A_window_ends_and_another_begins()
    {
        Use("192.0.2.1", 4);
        clock.Advance(TimeSpan.FromMinutes(59));
        Use("192.0.2.1", 1).ShouldBe([false]);
        clock.Advance(TimeSpan.FromMinutes(1));
        Use("192.0.2.1", 1).ShouldBe([true]);
    }

    [Fact]
    public void Uses_beyond_the_limit_do_not_lengthen_the_window()
    {
        Use("192.0.2.1", 50);
        clock.Advance(TimeSpan.FromHours(1));
        Use("192.0.2.1", 1).ShouldBe([true]);
    }

    [Fact]
    public void Parties_and_limits_are_counted_each_for_itself()
    {
        Use("192.0.2.1", 3);
        Use("192.0.2.2", 1).ShouldBe([true]);
        limits.TryUse(new("another", 1, TimeSpan.FromHours(1)), IPAddress.Parse("192.0.2.1")).ShouldBeTrue();
        limits.TryUse(ThreeAnHour, "somebody@example.org").ShouldBeTrue();
    }

    [Fact]
    public void A_network_of_the_sixth_version_counts_as_one_and_a_mapped_address_as_what_it_maps()
    {
        Use("2001:db8:0:1::1", 2);
        Use("2001:db8:0:1:ffff::2", 2).ShouldBe([true, false]);
        Use("2001:db8:0:2::1", 1).ShouldBe([true]);

        Use("192.0.2.9", 3);
        Use("::ffff:192.0.2.9", 1).ShouldBe([false]);
    }

    [Fact]
    public void Names_differ_in_more_than_the_case_of_letters()
    {
        for (var i = 0; i < 3; i++) limits.TryUse(ThreeAnHour, "Somebody@example.org");
        limits.TryUse(ThreeAnHour, "somebody@EXAMPLE.org").ShouldBeFalse();
    }

    [Fact]
    public void Asking_what_is_left_uses_nothing()
    {
        for (var i = 0; i < 10; i++) limits.HasLeft(ThreeAnHour, IPAddress.Parse("192.0.2.7")).ShouldBeTrue();
        Use("192.0.2.7", 3).ShouldBe([true, true, true]);
        limits.HasLeft(ThreeAnHour, IPAddress.Parse("192.0.2.7")).ShouldBeFalse();
    }

    [Fact]
    public void A_connection_without_an_address_is_not_counted()
    {
        for (var i = 0; i < 10; i++) limits.TryUse(ThreeAnHour, address: null).ShouldBeTrue();
        // Behind a proxy on the same machine that passes no addresses on, everybody would share one count.
        Use("127.0.0.1", 10).ShouldAllBe(isWithin => isWithin);
        Use("::1", 10).ShouldAllBe(isWithin => isWithin);
    }

    [Fact]
    public void A_day_ends_with_its_key_and_its_counts()
    {
        Use("192.0.2.1", 4);
        var before = Key();
        clock.Set(new DateTime(2026, 6, 16, 0, 0, 0, DateTimeKind.Utc));
        Use("192.0.2.1", 1).ShouldBe([true]);
        Key().ShouldNotBe(before);
    }

    [Fact]
    public void Made_up_addresses_fill_no_memory_and_push_nobodys_count_out()
    {
        Use("192.0.2.1", 3);
        for (var i = 1; i < RequestLimits.MostParties; i++) limits.TryUse(ThreeAnHour, $"made up {i}").ShouldBeTrue();
        // Of so many, two may share their 40 bits: a few more, so that it is full for certain.
        for (var i = 0; i < 20; i++) limits.TryUse(ThreeAnHour, $"made up too {i}");
        limits.TryUse(ThreeAnHour, "one more").ShouldBeFalse();
        Use("192.0.2.1", 1).ShouldBe([false]);

        clock.Advance(TimeSpan.FromHours(1));
        limits.TryUse(ThreeAnHour, "one more").ShouldBeTrue();
    }

    public void Dispose() => limits.Dispose();

    bool[] Use(string address, int times) => [.. Enumerable.Range(0, times).Select(_ => limits.TryUse(ThreeAnHour, IPAddress.Parse(address)))];

    byte[] Key() => [.. (byte[])typeof(RequestLimits).GetField("key", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(limits)!];

    sealed class MovedClock : TimeProvider
    {
        DateTime now = new(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc);

        public override DateTimeOffset GetUtcNow() => new(now);

        public void Set(DateTime utc) => now = utc;

        public void Advance(TimeSpan by) => now += by;
    }
}
