using Portal.Site.Menus;

namespace Portal.UnitTests.Site;

public class MenuTreeTests
{
    static readonly MenuPlace[] Places = [new("a", null), new("b", null), new("b1", "b"), new("b2", "b"), new("c", null)];

    [Theory]
    [InlineData("a", MenuMove.Down, "b b>b1 b>b2 a c")]
    [InlineData("b", MenuMove.Up, "b b>b1 b>b2 a c")]
    [InlineData("c", MenuMove.Up, "a c b b>b1 b>b2")]
    [InlineData("b2", MenuMove.Up, "a b b>b2 b>b1 c")]
    [InlineData("c", MenuMove.In, "a b b>b1 b>b2 b>c")]
    [InlineData("b1", MenuMove.Out, "a b b>b2 b1 c")]
    public void An_entry_moves_with_what_stands_below_it(string set, MenuMove move, string expected) => Written(MenuTree.Moved(Places, set, move)!).ShouldBe(expected);

    [Theory]
    [InlineData("a", MenuMove.Up)]
    [InlineData("c", MenuMove.Down)]
    [InlineData("a", MenuMove.In)]
    [InlineData("b", MenuMove.In)]
    [InlineData("b1", MenuMove.Up)]
    [InlineData("b1", MenuMove.In)]
    [InlineData("a", MenuMove.Out)]
    [InlineData("nobody", MenuMove.Up)]
    public void No_entry_moves_out_of_the_menu_or_deeper_than_one_level(string set, MenuMove move) => MenuTree.Moved(Places, set, move).ShouldBeNull();

    [Fact]
    public void Whatever_is_moved_no_entry_is_lost_and_none_stands_two_levels_deep()
    {
        var (places, random) = ((IReadOnlyList<MenuPlace>)Places, new Random(4));
        for (var turn = 0; turn < 2000; turn++)
        {
            places = MenuTree.Moved(places, Places[random.Next(Places.Length)].Set, (MenuMove)random.Next(4)) ?? places;
            places.Select(p => p.Set).Order(StringComparer.Ordinal).ShouldBe(["a", "b", "b1", "b2", "c"]);
            places.Where(p => p.Parent is not null).ShouldAllBe(p => places.Any(first => first.Set == p.Parent && first.Parent == null));
        }
    }

    [Fact]
    public void An_entry_whose_parent_is_gone_or_stands_below_another_is_on_the_first_level()
    {
        var tree = MenuTree.Of([Entry("a", 1), Entry("b", 2, "a"), Entry("c", 3, "b"), Entry("d", 4, "gone"), Entry("e", 5, "e")], "main");
        Written(MenuTree.Places(tree)).ShouldBe("a a>b c d e");
    }

    static MenuEntry Entry(string set, decimal order, string? parent = null) => new(set, "main", order, parent, new Dictionary<string, string>(StringComparer.Ordinal), null, null, null, []);

    static string Written(IEnumerable<MenuPlace> places) => string.Join(' ', places.Select(p => p.Parent is null ? p.Set : $"{p.Parent}>{p.Set}"));
}
