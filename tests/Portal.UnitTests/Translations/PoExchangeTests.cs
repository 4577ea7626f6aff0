using Portal.Cms.Localization;
using Portal.Translations.Exchange;
using Portal.Translations.Interface;

namespace Portal.UnitTests.Translations;

public class PoExchangeTests
{
    [Theory]
    [InlineData("Plain words")]
    [InlineData("Two\nlines, \"quoted\", a \\ and a\ttab")]
    [InlineData("\n\nBlank lines first and last\n\n")]
    [InlineData("Прва линија\n\nДруга: ћ, ђ, џ")]
    public void What_is_written_is_read_again_letter_by_letter(string text)
    {
        var po = PoWriter.Write(Culture.Sr, [("X-Source-Language", "en")], [new("set|Part.Field:1", text, null, [text + "."], ["For the translator,\nin one line"], ["somewhere"])]);
        var entry = Read(po, Culture.Sr).Entries.Single();
        (entry.Context, entry.Id, entry.Translations.Single()).ShouldBe(("set|Part.Field:1", text, text + "."));
    }

    [Fact]
    public void Plural_forms_go_there_and_back()
    {
        var po = PoWriter.Write(Culture.Bs, [], [new(null, "{0} text", "{0} texts", ["{0} tekst", "{0} teksta", "{0} tekstova"], [], ["Portal.X"])]);
        var entry = Read(po, Culture.Bs).Entries.Single();
        (entry.PluralId, string.Join('|', entry.Translations)).ShouldBe(("{0} texts", "{0} tekst|{0} teksta|{0} tekstova"));
    }

    [Fact]
    public void A_translation_of_an_earlier_source_is_fuzzy_and_names_it()
    {
        var po = PoWriter.Write(Culture.Sq, [], [new("a", "Now", null, ["Tani"], [], [], "Before\nand more")]);
        po.ShouldContain("#, fuzzy\n#| msgid \"\"\n#| \"Before\\n\"\n#| \"and more\"\n");
        Read(po, Culture.Sq).Entries.Single().IsTranslated.ShouldBeFalse();
    }

    [Fact]
    public void A_broken_file_is_refused_with_the_line_that_breaks_it()
    {
        var problem = PoUpload.Parse("msgid \"\"\nmsgstr \"\"\n\nmsgid \"One\nmsgstr \"Një\"\n", Culture.Sq).Problem!.Errors.Single();
        problem.Args[0].ShouldBe(4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment")]
    [InlineData("PK\u0003\u0004 a zip file")]
    public void What_is_no_file_of_translations_is_refused(string text) => PoUpload.Parse(text, Culture.Sq).Problem.ShouldNotBeNull();

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read() => PoUpload.Parse(new string('#', PoUpload.LargestFile + 1), Culture.Sq).Problem!.Errors.Single().Message.ShouldBe("A file may have {0} MB at most.");

    [Theory]
    [InlineData("{0} of {1}", "{1} prej {0}", "")]
    [InlineData("{0} of {1}", "prej {0}", "{1}")]
    [InlineData("Nothing", "{0}", "{0}")]
    [InlineData("{0:N0} texts", "{0} tekste", "{0:N0} {0}")]
    public void Every_place_that_the_portal_fills_in_has_to_survive(string message, string translation, string wrong) => string.Join(' ', Placeholders.Wrong(message, translation).OrderByDescending(w => w.Length)).ShouldBe(wrong);

    [Fact]
    public void A_loose_brace_would_break_the_page()
    {
        Placeholders.HasLooseBraces("{0} texts", "{0} } tekste").ShouldBeTrue();
        Placeholders.HasLooseBraces("No places", "{ tekste }").ShouldBeFalse();
    }

    static PoFile Read(string po, Culture culture) => PoParser.Parse(new StringReader(po), "file", culture);
}
