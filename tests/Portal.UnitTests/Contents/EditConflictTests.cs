using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.UnitTests.Contents;

/// <summary>Two people work on one text at once: what each of them did alone stays, and of what both did nobody decides but they.</summary>
public class EditConflictTests
{
    sealed class Pair : ContentPart
    {
        [Editor("Summary", Lines = 3)] public TextField? Summary { get; set; }
        [Editor("Notes", Lines = 3)] public TextField? Notes { get; set; }
    }

    static readonly DocumentForm Form = new(
        new FormDescriptors([new PlainTextDriver(), new TextDriver()]).Of(new ContentTypeDefinition("Doc", "Doc").With<TitlePart>().With<Pair>().WithBag("Sections", "Sections", new ContentTypeDefinition("Section", "Section").With<TitlePart>())), "en", PickerOptions.None);

    static readonly IStringLocalizer Text = new PoStringLocalizer(new PoCatalogues([]));

    const string Before = """{"TitlePart":{"Title":"Title"},"Pair":{"Summary":{"Text":"one two three"},"Notes":{"Text":"note"}},"Sections":{"ContentItems":[{"ContentItemId":"a","TitlePart":{"Title":"A"}}]}}""";

    [Fact]
    public void What_only_they_changed_is_taken_over_and_what_only_I_changed_stays()
    {
        var (mine, conflict) = Merge(t => t["Pair.Summary"] = "mine", t => t["TitlePart.Title"] = "Theirs");
        conflict.Clashes.ShouldBeEmpty();
        conflict.TakenOver.ShouldHaveSingleItem().Name.ShouldBe("TitlePart.Title");
        conflict.Kept.ShouldHaveSingleItem().Name.ShouldBe("Pair.Summary");
        mine["TitlePart.Title"].ShouldBe("Theirs");
        mine["Pair.Summary"].ShouldBe("mine");
    }

    [Fact]
    public void What_both_changed_stands_side_by_side_with_the_words_that_differ()
    {
        var (mine, conflict) = Merge(t => t["Pair.Summary"] = "one two four and more words", t => t["Pair.Summary"] = "one five three and more words");
        var clash = conflict.Clashes.ShouldHaveSingleItem();
        (clash.Theirs, clash.Mine).ShouldBe(("one five three and more words", "one two four and more words"));
        string.Concat(clash.Words.Single().Pieces.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)).ShouldBe(clash.Theirs);
        string.Concat(clash.Words.Single().Pieces.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)).ShouldBe(clash.Mine);
        mine["Pair.Summary"].ShouldBe("one two four and more words");
    }

    [Fact]
    public void Both_changed_it_to_the_same() => Merge(t => t["Pair.Notes"] = "same", t => t["Pair.Notes"] = "same").Conflict.ShouldBe(new([], [], []), new Nothing());

    [Fact]
    public void Items_of_a_bag_come_over_together()
    {
        var (mine, conflict) = Merge(_ => { }, t => { t.Set("Sections.items", ["a", "b"]); t["Sections.b.TitlePart.Title"] = "B"; });
        conflict.TakenOver.ShouldHaveSingleItem().Name.ShouldBe("Sections");
        mine.All("Sections.items").ShouldBe(["a", "b"]);
        mine["Sections.b.TitlePart.Title"].ShouldBe("B");
    }

    [Fact]
    public void A_choice_for_theirs_puts_theirs_into_the_form()
    {
        var typed = Form.Show(ContentDocument.Parse(Before));
        (typed["Pair.Summary"], typed["Pair.Notes"]) = ("mine", "mine too");
        (typed["keep.Pair.Summary"], typed["keep.Pair.Notes"]) = (EditConflict.Theirs, EditConflict.Mine);
        EditConflict.Choose(Form, typed, () => Form.Show(ContentDocument.Parse(Before)));
        (typed["Pair.Summary"], typed["Pair.Notes"]).ShouldBe(("one two three", "mine too"));
    }

    [Fact]
    public void A_form_that_does_not_say_what_it_was_read_from_loses_nothing_either()
    {
        var mine = Form.Show(ContentDocument.Parse(Before));
        var theirs = Form.Show(ContentDocument.Parse(Before));
        theirs["TitlePart.Title"] = "Theirs";
        EditConflict.Merge(Form, mine, theirs, Text).Clashes.ShouldHaveSingleItem().Unit.Name.ShouldBe("TitlePart.Title");
    }

    static (TypedValues Mine, EditConflict Conflict) Merge(Action<TypedValues> change, Action<TypedValues> theyChange)
    {
        var (read, mine, theirs) = (Form.Show(ContentDocument.Parse(Before)), Form.Show(ContentDocument.Parse(Before)), Form.Show(ContentDocument.Parse(Before)));
        mine[EditConflict.Read] = EditConflict.DigestOf(Form, read);
        change(mine);
        theyChange(theirs);
        return (mine, EditConflict.Merge(Form, mine, theirs, Text));
    }

    /// <summary>Records compare lists by who they are.</summary>
    sealed class Nothing : IEqualityComparer<EditConflict>
    {
        public bool Equals(EditConflict? x, EditConflict? y) => Count(x) == Count(y);

        public int GetHashCode(EditConflict obj) => Count(obj);

        static int Count(EditConflict? conflict) => conflict is null ? -1 : conflict.Clashes.Count + conflict.Kept.Count + conflict.TakenOver.Count;
    }
}
