using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class PoParserTests
{
    [Fact]
    public void A_message_is_read_with_its_context_plural_and_line()
    {
        var entry = Given.Po("""

            #. a note for translators
            #: Views/List.cshtml:12
            msgctxt "list"
            msgid "{0} comment"
            msgid_plural "{0} comments"
            msgstr[0] "{0} коментар"
            msgstr[1] "{0} коментара"
            msgstr[2] "{0} коментара"
            """).Entries.ShouldHaveSingleItem();

        entry.Context.ShouldBe("list");
        entry.Id.ShouldBe("{0} comment");
        entry.PluralId.ShouldBe("{0} comments");
        entry.Translations.ShouldBe(["{0} коментар", "{0} коментара", "{0} коментара"]);
        entry.Line.ShouldBe(4);
    }

    [Fact]
    public void Continued_lines_and_escapes_make_one_text() =>
        Given.Po("""
            msgid ""
            "Say \"hello\",\n"
              "then go"
            msgstr "Кажи \"здраво\",\n\tпа \\ иди\r"
            """).Entries.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                entry => entry.Id.ShouldBe("Say \"hello\",\nthen go"),
                entry => entry.Translations.ShouldBe(["Кажи \"здраво\",\n\tпа \\ иди\r"]));

    [Fact]
    public void Entries_need_no_empty_line_between_them() =>
        Given.Po("""
            msgid "Yes"
            msgstr "Да"
            msgid "No"
            msgstr "Не"
            """).Entries.Select(entry => entry.Id).ShouldBe(["Yes", "No"]);

    [Fact]
    public void A_fuzzy_message_counts_as_untranslated_and_the_next_one_does_not()
    {
        var entries = Given.Po("""
            #, fuzzy, c-format
            msgid "Open"
            msgstr "Затворено"

            msgid "Closed"
            msgstr "Затворено"
            """).Entries;
        entries.Select(entry => entry.IsTranslated).ShouldBe([false, true]);
    }

    [Fact]
    public void An_obsolete_entry_is_ignored_together_with_its_fuzzy_flag() =>
        Given.Po("""
            #, fuzzy
            #~ msgid "Old"
            #~ msgstr "Старо"

            msgid "New"
            msgstr "Ново"
            """).Entries.ShouldHaveSingleItem().Translations.ShouldBe(["Ново"]);

    [Fact]
    public void A_context_never_leaks_from_an_untranslated_message_to_the_next()
    {
        var entries = Given.Po("""
            msgctxt "menu"
            msgid "Open"
            msgstr ""

            msgid "Open"
            msgstr "Отворено"
            """).Entries;
        entries.Select(entry => entry.Context).ShouldBe(["menu", null]);
        PoCatalogue.Merge(Culture.Sr, [Given.Po("""
            msgctxt "menu"
            msgid "Open"
            msgstr ""
            msgid "Close"
            msgstr "Затвори"
            """)]).Find("other", "Close").ShouldBe("Затвори");
    }

    [Fact]
    public void An_empty_plural_form_keeps_its_place() =>
        Given.Po("""
            msgid "{0} day"
            msgid_plural "{0} days"
            msgstr[0] "{0} дан"
            msgstr[1] ""
            msgstr[2] "{0} дана"
            """).Entries.ShouldHaveSingleItem().Translations.ShouldBe(["{0} дан", "", "{0} дана"]);

    [Fact]
    public void An_untranslated_template_entry_may_show_fewer_forms() =>
        Given.Po("msgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"").Entries.ShouldHaveSingleItem().IsTranslated.ShouldBeFalse();

    [Fact]
    public void The_header_is_read_and_is_no_message()
    {
        var file = Given.Po("msgid \"\"\nmsgstr \"\"\n\"Language: sr\\n\"\n\"Plural-Forms: nplurals = 3; plural=n%10==1;\\n\"");
        file.Entries.ShouldBeEmpty();
        file.Header["language"].ShouldBe("sr");
    }

    [Theory]
    [InlineData("nplurals=4; plural=0;")]
    [InlineData("nplurals=INTEGER; plural=EXPRESSION;")]
    public void A_header_with_other_plurals_than_the_culture_has_is_refused(string rule) =>
        Problem($"msgid \"\"\nmsgstr \"Plural-Forms: {rule}\\n\"").Message.ShouldContain("sr needs nplurals=3");

    [Fact]
    public void A_header_with_another_encoding_is_refused() =>
        Problem("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=windows-1251\\n\"").Message.ShouldContain("UTF-8");

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        using var stream = new MemoryStream([.. "msgid \"x\"\nmsgstr \""u8, 0xC8, 0xE6, .. "\""u8]);
        Should.Throw<PoException>(() => PoParser.Parse(stream, "test.po", Culture.Bs)).Message.ShouldContain("not UTF-8");
    }

    [Fact]
    public void A_duplicate_is_reported_with_both_lines()
    {
        var problem = Problem("msgid \"Yes\"\nmsgstr \"Да\"\n\nmsgid \"Yes\"\nmsgstr \"Дакако\"");
        problem.Message.ShouldBe("test.po:4: \"Yes\" is already in line 1");
        problem.File.ShouldBe("test.po");
        problem.Line.ShouldBe(4);
    }

    [Fact]
    public void The_same_message_in_two_contexts_is_no_duplicate() =>
        Given.Po("msgctxt \"a\"\nmsgid \"Yes\"\nmsgstr \"Да\"\nmsgctxt \"b\"\nmsgid \"Yes\"\nmsgstr \"Да\"").Entries.Count.ShouldBe(2);

    [Theory]
    [InlineData("\"stray\"", 1)]
    [InlineData("msgid \"a\"\nmsgid \"b\"", 2)]
    [InlineData("msgid \"a\"", 1)]
    [InlineData("msgctxt \"c\"", 1)]
    [InlineData("msgctxt \"c\"\nmsgstr \"x\"", 2)]
    [InlineData("msgstr \"x\"", 1)]
    [InlineData("msgid \"a\"\nmsgctxt \"c\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr \"x\"\nmsgstr \"y\"", 3)]
    [InlineData("msgid \"a\"\nmsgstr[0] \"x\"", 2)]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"x\"", 3)]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"x\"", 3)]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"", 1)]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\nmsgstr[3] \"\"", 1)]
    [InlineData("msgid \"a", 1)]
    [InlineData("msgid a", 1)]
    [InlineData("msgid", 1)]
    [InlineData("msgid \"a\"b\"", 1)]
    [InlineData("msgid \"a\\\"", 1)]
    [InlineData("msgid \"a\\q\"", 1)]
    [InlineData("msgstr[x] \"a\"", 1)]
    [InlineData("nonsense", 1)]
    [InlineData("msgid \"{0} of {1}\"\nmsgstr \"{0} од {2}\"", 1)]
    [InlineData("msgid \"{0}\"\nmsgstr \"{ 0\"", 1)]
    public void What_is_malformed_is_refused_with_its_line(string text, int line) => Problem(text).Line.ShouldBe(line);

    [Fact]
    public void A_singular_form_may_leave_the_number_out() =>
        Given.Po("msgid \"one day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"1 ditë\"\nmsgstr[1] \"{0} ditë\"", Culture.Sq).Entries.Count.ShouldBe(1);

    static PoException Problem(string text) => Should.Throw<PoException>(() => Given.Po(text));
}
