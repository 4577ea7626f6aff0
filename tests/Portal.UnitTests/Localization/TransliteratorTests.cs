using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization;

public class TransliteratorTests
{
    [Theory]
    [InlineData("абвгдђежзијклљмнњопрстћуфхцчџш", "abvgdđežzijklljmnnjoprstćufhcčdžš")]
    [InlineData("АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ", "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ")]
    [InlineData("Косово и Метохија, „2026.“ – NATO", "Kosovo i Metohija, „2026.“ – NATO")]
    [InlineData("Скопје ѓ ќ, Россия", "Skopje ѓ ќ, Rossiя")]
    [InlineData("", "")]
    public void Each_Serbian_letter_has_its_Latin_one_and_the_rest_stays(string cyrillic, string latin) => Transliterator.ToLatin(cyrillic).ShouldBe(latin);

    [Theory]
    [InlineData("ЉУБАВ", "LJUBAV")]
    [InlineData("Љубав", "Ljubav")]
    [InlineData("љубав", "ljubav")]
    [InlineData("ЊЕГОШ", "NJEGOŠ")]
    [InlineData("Његош", "Njegoš")]
    [InlineData("ЏЕП", "DŽEP")]
    [InlineData("Џеп", "Džep")]
    [InlineData("УГАЉ", "UGALJ")]
    [InlineData("КОЊ!", "KONJ!")]
    [InlineData("ПОЉЕ КОЊА", "POLJE KONJA")]
    [InlineData("ЧЕЉЊАК", "ČELJNJAK")]
    [InlineData("Љ", "Lj")]
    [InlineData("Љ. Петровић", "Lj. Petrović")]
    [InlineData("ПЕТРОВИЋ Љ.", "PETROVIĆ Lj.")]
    [InlineData("Њ1", "Nj1")]
    [InlineData("Џ́еп", "Dž́ep")]
    [InlineData("Љ́УБАВ", "LJ́UBAV")]
    [InlineData("ЊU", "NJU")]
    public void A_capital_digraph_follows_its_neighbours(string cyrillic, string latin) => Transliterator.ToLatin(cyrillic).ShouldBe(latin);

    [Theory]
    [InlineData("")]
    [InlineData("Prishtinë, Uroševac 2026")]
    [InlineData("Ω я ѓ")]
    public void Text_without_Serbian_Cyrillic_is_the_same_instance(string text)
    {
        Transliterator.ToLatin(text).ShouldBeSameAs(text);
        Transliterator.ToLatinExceptAddresses(text).ShouldBeSameAs(text);
    }

    [Theory]
    [InlineData("Види https://пример.срб/стаза?а=б, па пиши", "Vidi https://пример.срб/стаза?а=б, pa piši")]
    [InlineData("(види:https://пример.рф)", "(vidi:https://пример.рф)")]
    [InlineData("Пишите на љуба.њ@пример.срб данас", "Pišite na љуба.њ@пример.срб danas")]
    [InlineData("Адреса www.пример.срб.", "Adresa www.пример.срб.")]
    [InlineData("Сајт рнидс.срб је наш", "Sajt рнидс.срб je naš")]
    [InlineData("„рнидс.срб“ и „дом“", "„рнидс.срб“ i „dom“")]
    [InlineData("у 12@ и @ и @дом", "u 12@ i @ i @dom")]
    [InlineData("тзв.српски", "tzv.srpski")]
    [InlineData("Нема адреса.", "Nema adresa.")]
    public void Addresses_keep_their_letters(string cyrillic, string latin) => Transliterator.ToLatinExceptAddresses(cyrillic).ShouldBe(latin);

    [Fact]
    public void A_long_word_costs_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Transliterator.ToLatinExceptAddresses(new string('а', 200_000) + "@").Length.ShouldBe(200_001);
        Transliterator.ToLatinExceptAddresses(string.Concat(Enumerable.Repeat("а@", 100_000)));
        watch.ElapsedMilliseconds.ShouldBeLessThan(5000);
    }
}
