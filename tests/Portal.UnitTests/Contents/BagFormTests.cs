using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.UnitTests.Contents;

/// <summary>Items inside an item: added, moved and removed by buttons that keep what was typed.</summary>
public class BagFormTests
{
    sealed class Owner : ContentPart
    {
        [Shared, OrderOf("Sections")] public MultiTextField? Order { get; set; }
    }

    const string Two = """{"Sections":{"ContentItems":[{"ContentItemId":"a","ContentType":"Section","DisplayText":"A","TitlePart":{"Title":"A"},"Kept":1},{"ContentItemId":"b","ContentType":"Section","DisplayText":"B","TitlePart":{"Title":"B"}}]},"Owner":{"Order":{"Values":["a","x","b"]}}}""";

    static readonly IReadOnlyList<PartDescriptor> Parts = new FormDescriptors([new PlainTextDriver()])
        .Of(new ContentTypeDefinition("Doc", "Doc").With<Owner>().WithBag("Sections", "Sections", new ContentTypeDefinition("Section", "Section").With<TitlePart>()));

    static readonly DocumentForm Form = new(Parts, "en", PickerOptions.None);

    [Fact]
    public void An_untouched_bag_comes_back_to_the_letter() => Read(Two, _ => { }).ShouldBe(Two);

    [Fact]
    public void Items_without_a_usable_id_are_kept_too()
    {
        const string odd = """{"Sections":{"ContentItems":[{"TitlePart":{"Title":"A"}},{"ContentItemId":"a b","TitlePart":{"Title":"B"}}]}}""";
        Read(odd, t => t["Sections.at:1.TitlePart.Title"] = "C").ShouldBe("""{"Sections":{"ContentItems":[{"TitlePart":{"Title":"A"},"DisplayText":"A"},{"ContentItemId":"a b","TitlePart":{"Title":"C"},"DisplayText":"C"}]}}""");
    }

    [Fact]
    public void A_moved_item_takes_its_text_along_and_the_shared_order_follows() =>
        Read(Two, t => { t["Sections.b.TitlePart.Title"] = "Typed"; Press("up Sections b", t); }).ShouldBe(
            """{"Sections":{"ContentItems":[{"ContentItemId":"b","ContentType":"Section","DisplayText":"Typed","TitlePart":{"Title":"Typed"}},{"ContentItemId":"a","ContentType":"Section","DisplayText":"A","TitlePart":{"Title":"A"},"Kept":1}]},"Owner":{"Order":{"Values":["b","a","x"]}}}""");

    [Fact]
    public void A_removed_item_leaves_the_shared_order() => Read(Two, t => Press("remove Sections a", t)).ShouldBe(
        """{"Sections":{"ContentItems":[{"ContentItemId":"b","ContentType":"Section","DisplayText":"B","TitlePart":{"Title":"B"}}]},"Owner":{"Order":{"Values":["x","b"]}}}""");

    [Fact]
    public void What_another_language_took_out_does_not_come_back_with_a_move()
    {
        // The order has no "a" any more, this language still has its words.
        var taken = Two.Replace("""["a","x","b"]""", """["x","b"]""", StringComparison.Ordinal);
        var after = ContentDocument.Parse(Read(taken, t => { t["Sections.b.TitlePart.Title"] = "Typed"; Press("up Sections b", t); }));
        after.As<Owner>()!.Order!.Values.ShouldBe(["b", "x"], ignoreOrder: true);
        after.As<BagPart>("Sections")!.Items.Select(i => i.Id).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void An_added_item_is_stored_once_something_is_typed_into_it()
    {
        Read(Two, t => Press("add Sections", t)).ShouldBe(Two);

        var after = ContentDocument.Parse(Read(Two, t => t[Press("add Sections", t) + "TitlePart.Title"] = "New"));
        var (id, item) = after.As<BagPart>("Sections")!.Items.Last();
        item.DisplayText.ShouldBe("New");
        after.As<Owner>()!.Order!.Values.ShouldBe(["a", "x", "b", id]);
    }

    [Fact]
    public void An_error_inside_names_the_item()
    {
        var typed = Form.Show(ContentDocument.Parse(Two));
        typed["Sections.a.TitlePart.Title"] = "";
        var errors = new List<FieldError>();
        Form.Read(typed, ContentDocument.Parse(Two), errors);
        errors.ShouldHaveSingleItem().Field.ShouldBe("Sections.a.TitlePart.Title");
    }

    [Theory]
    [InlineData("")]
    [InlineData("save")]
    [InlineData("up Owner a")]
    public void Other_buttons_are_none_of_a_bag(string pressed) => BagButtons.Press(pressed, new(), Parts).ShouldBeNull();

    [Theory]
    [InlineData("up Sections a")]
    [InlineData("down Sections b")]
    [InlineData("remove Sections nobody")]
    public void A_button_that_leads_nowhere_changes_nothing(string pressed) => Read(Two, t => Press(pressed, t)).ShouldBe(Two);

    [Theory]
    [InlineData("a,b,c", "a,b,c", "a,b,c")]
    [InlineData("a,b,c", "c,a", "c,a,b")]
    [InlineData("x,a", "a,b", "x,a,b")]
    [InlineData("", "b,a", "b,a")]
    public void Orders_of_languages_are_merged(string shared, string here, string merged) =>
        BagOrder.Merge(shared.Split(',', StringSplitOptions.RemoveEmptyEntries), here.Split(',')).ShouldBe(merged.Split(','));

    static string Press(string pressed, TypedValues typed) => BagButtons.Press(pressed, typed, Parts)!;

    static string Read(string json, Action<TypedValues> change)
    {
        var before = ContentDocument.Parse(json);
        var typed = Form.Show(before);
        change(typed);
        return Form.Read(typed, before, []).ToString();
    }
}
