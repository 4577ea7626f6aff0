using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class LocalizerTests
{
    const string Serbian = """
        msgid "Yes"
        msgstr "Да"

        msgctxt "menu"
        msgid "Open"
        msgstr "Отвори"

        msgid "Open"
        msgstr "Отворено"

        msgctxt "Portal.UnitTests.Localization.LocalizerTests"
        msgid "Close"
        msgstr "Затвори тест"

        msgid "Write to {0} at љуба@пример.срб"
        msgstr "Пишите: {0} на љуба@пример.срб"

        msgid "{0} vote by {1}"
        msgid_plural "{0} votes by {1}"
        msgstr[0] "{0} глас, {1}"
        msgstr[1] "{0} гласа, {1}"
        msgstr[2] "{0} гласова, {1}"

        msgid "Until {0}."
        msgstr "До {0}."

        msgid "{0} half"
        msgid_plural "{0} halves"
        msgstr[0] "{0} пола"
        msgstr[1] ""
        msgstr[2] "{0} поле"
        """;

    static readonly PoCatalogues Catalogues = Given.Catalogues((Culture.Sr, Serbian));
    static readonly ServiceProvider Services = new ServiceCollection().AddSingleton(Catalogues).AddPortalLocalization().BuildServiceProvider();
    static readonly IStringLocalizer T = Services.GetRequiredService<IStringLocalizer>();

    [Fact]
    public void A_text_is_looked_up_in_the_culture_of_the_request()
    {
        In("sr-Cyrl-RS", () => T["Yes"].Value).ShouldBe("Да");
        In("sr", () => T["Yes"].Value).ShouldBe("Да");
        In("sr-Latn-RS", () => T["Yes"].Value).ShouldBe("Da");
    }

    [Theory]
    [InlineData("sq-XK", true)]
    [InlineData("bs", true)]
    [InlineData("en-GB", false)]
    public void A_missing_translation_shows_the_message_and_says_so_except_in_English(string culture, bool missing)
    {
        var text = In(culture, () => T["Yes"]);
        text.Value.ShouldBe("Yes");
        text.ResourceNotFound.ShouldBe(missing);
    }

    [Fact]
    public void A_sentence_that_ends_in_a_date_has_one_full_stop()
    {
        In("sr", () => T["Until {0}.", "17. децембра 2026."].Value).ShouldBe("До 17. децембра 2026.");
        In("sr", () => T["Until {0}.", "петка"].Value).ShouldBe("До петка.");
        In("sr", () => T["Until {0}.", "…"].Value).ShouldBe("До ….");
    }

    [Theory]
    [InlineData("17. децембра 2026.", "Entry of 17. децембра 2026: read it; 17. децембра 2026, or later.")]
    [InlineData("д. о. о.", "Entry of д. о. о.: read it; д. о. о., or later.")]
    public void Before_another_mark_a_date_has_no_full_stop_and_an_abbreviation_keeps_it(string value, string expected) =>
        In("sr", () => T["Entry of {0}: read it; {0}, or later.", value].Value).ShouldBe(expected);

    [Fact]
    public void A_context_goes_before_the_text_without_one()
    {
        In("sr", () => T["Open"].Value).ShouldBe("Отворено");
        In("sr", () => T.InContext("menu")["Open"].Value).ShouldBe("Отвори");
        In("sr", () => T.InContext("elsewhere")["Open"].Value).ShouldBe("Отворено");
        In("sr", () => T["Close"].ResourceNotFound).ShouldBeTrue();
    }

    [Fact]
    public void A_typed_localizer_looks_in_the_context_of_its_type_then_without()
    {
        var typed = Services.GetRequiredService<IStringLocalizer<LocalizerTests>>();
        In("sr", () => typed["Close"].Value).ShouldBe("Затвори тест");
        In("sr", () => typed["Yes"].Value).ShouldBe("Да");
        In("sr", () => typed.Plural(2, "{0} vote by {1}", "{0} votes by {1}", "Ана").Value).ShouldBe("2 гласа, Ана");
        var made = Services.GetRequiredService<IStringLocalizerFactory>().Create(typeof(LocalizerTests));
        In("sr-Latn", () => made["Close"].Value).ShouldBe("Zatvori test");
    }

    [Theory]
    [InlineData("sr", 1, "1 глас, X")]
    [InlineData("sr", 3, "3 гласа, X")]
    [InlineData("sr", 5, "5 гласова, X")]
    [InlineData("sr", 21, "21 глас, X")]
    [InlineData("sr-Latn", 3, "3 glasa, X")]
    [InlineData("en", 1, "1 vote by X")]
    [InlineData("en", 0, "0 votes by X")]
    [InlineData("sq", 1, "1 vote by X")]
    public void A_count_picks_its_form_and_is_the_first_argument(string culture, int count, string expected) =>
        In(culture, () => T.Plural(count, "{0} vote by {1}", "{0} votes by {1}", "X").Value).ShouldBe(expected);

    [Fact]
    public void A_form_that_is_missing_falls_back_to_the_message_and_not_to_its_neighbour()
    {
        var text = In("sr", () => T.Plural(2, "{0} half", "{0} halves"));
        text.Value.ShouldBe("2 halves");
        text.ResourceNotFound.ShouldBeTrue();
    }

    [Fact]
    public void Latin_script_leaves_addresses_as_they_are() =>
        In("sr-Latn", () => T["Write to {0} at љуба@пример.срб", "Ани"].Value).ShouldBe("Pišite: Ани na љуба@пример.срб");

    [Fact]
    public void Arguments_are_formatted_in_the_current_culture()
    {
        var half = Given.Catalogues((Culture.Bs, "msgid \"{0:N1} per cent\"\nmsgstr \"{0:N1} posto\""));
        In("bs-Latn-BA", () => new PoStringLocalizer(half)["{0:N1} per cent", 2.5].Value).ShouldBe("2,5 posto");
    }

    [Fact]
    public void A_later_file_wins_only_with_what_it_translates()
    {
        var catalogue = Given.Catalogues(
            (Culture.Bs, "msgid \"Yes\"\nmsgstr \"Da\"\nmsgid \"No\"\nmsgstr \"Ne\""),
            (Culture.Bs, "msgid \"Yes\"\nmsgstr \"Jeste\"\nmsgid \"No\"\nmsgstr \"\"")).For(Culture.Bs);
        catalogue.Find(null, "Yes").ShouldBe("Jeste");
        catalogue.Find(null, "No").ShouldBe("Ne");
    }

    [Fact]
    public void A_file_for_Latin_Serbian_corrects_single_messages()
    {
        var catalogue = Given.Catalogues(
            (Culture.Sr, "msgid \"Window\"\nmsgstr \"Инјекција\"\nmsgid \"Yes\"\nmsgstr \"Да\""),
            (Culture.SrLatn, "msgid \"Window\"\nmsgstr \"Injekcija\"")).For(Culture.SrLatn);
        catalogue.Find(null, "Window").ShouldBe("Injekcija");
        catalogue.Find(null, "Yes").ShouldBe("Da");
    }

    [Fact]
    public void A_folder_is_read_single_file_first_then_its_package()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "sq"));
            File.WriteAllText(Path.Combine(folder.FullName, "sq.po"), "msgid \"Yes\"\nmsgstr \"Po\"\nmsgid \"No\"\nmsgstr \"Jo\"");
            File.WriteAllText(Path.Combine(folder.FullName, "sq", "Portal.X.po"), "msgid \"Yes\"\nmsgstr \"Po, po\"");
            var catalogue = new PoCatalogues([new FolderPoSource(folder.FullName), new FolderPoSource(folder.FullName + "/none")]).For(Culture.Sq);
            catalogue.Find(null, "Yes").ShouldBe("Po, po");
            catalogue.Find(null, "No").ShouldBe("Jo");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_broken_file_is_named_when_the_first_text_is_asked_for() =>
        Should.Throw<PoException>(() => Given.Catalogues((Culture.Sq, "msgid")).For(Culture.En)).Message.ShouldStartWith("sq.po:1:");

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        var request = CultureInfo.GetCultureInfo("sr-Latn-RS");
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Read();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Read()
        {
            var catalogue = Catalogues.For(Culture.From(request));
            catalogue.Find("menu", "Open");
            catalogue.Find("menu", "not there");
            catalogue.FindPlural("menu", "{0} half", 1);
        }
    }

    [Fact]
    public void The_kernel_speaks_every_language_for_every_message_of_its_own()
    {
        var messages = Culture.ContentCultures.Where(culture => culture != Culture.En)
            .Select(culture => Given.Kernel.For(culture).WithoutContext().Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList()).ToList();
        messages[0].ShouldNotBeEmpty();
        messages[1].ShouldBe(messages[0]);
        messages[2].ShouldBe(messages[0]);
    }

    static TResult In<TResult>(string culture, Func<TResult> read)
    {
        var (format, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return read();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (format, texts);
        }
    }
}
