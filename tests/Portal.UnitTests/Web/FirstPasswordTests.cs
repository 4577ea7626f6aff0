using Portal.Web.Commands;
using Portal.Web.Setup;

namespace Portal.UnitTests.Web;

public sealed class FirstPasswordTests
{
    [Fact]
    public void A_random_one_is_shown_and_must_be_changed()
    {
        var password = FirstPassword.Of(null);
        password.MustChange.ShouldBeTrue();
        password.IsShown.ShouldBeTrue();
    }

    [Fact]
    public void The_operators_own_stays_and_is_not_shown()
    {
        var password = FirstPassword.Of("four quiet river stones");
        password.Value.ShouldBe("four quiet river stones");
        password.MustChange.ShouldBeFalse();
        password.IsShown.ShouldBeFalse();
    }

    [Fact]
    public void One_that_anybody_guesses_is_refused() => Should.Throw<CommandException>(() => FirstPassword.Of("admin"));
}
