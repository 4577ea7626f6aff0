using Portal.Site.Redirects;

namespace Portal.UnitTests.Site;

public class RedirectTests
{
    [Theory]
    [InlineData("/index.php", "?page=12", "/en/about")]
    [InlineData("/INDEX.php", "?utm=x&page=12", "/en/about")]
    [InlineData("/index.php", "?page=13", "/en")]
    [InlineData("/index.php", "", "/en")]
    [InlineData("/blog/", "", "/en/news")]
    [InlineData("/blog/2019/one thing", "", "/en/news")]
    [InlineData("/docs/2019/one thing", "", "https://old.example.org/archive/2019/one%20thing")]
    [InlineData("/sr/staro", "", "/sr/novo")]
    [InlineData("/sr-Latn/staro", "", "/sr-Latn/novo")]
    [InlineData("/bs/team", "", "/bs/o-nama")]
    [InlineData("/sq/team", "", "/sq/o-nama")]
    public void The_most_exact_rule_says_where_an_address_leads(string path, string query, string target) => Book.Find(path, query)!.Target.ShouldBe(target);

    [Theory]
    [InlineData("/blogger", "")]
    [InlineData("/sq/staro", "")]
    [InlineData("/team", "")]
    [InlineData("/", "")]
    public void Other_addresses_lead_nowhere(string path, string query) => Book.Find(path, query).ShouldBeNull();

    [Fact]
    public void What_is_gone_is_answered_and_leads_nowhere()
    {
        var answer = Book.Find("/gone/for/good", "");
        (answer!.Rule.Status, answer.Target).ShouldBe((410, null));
    }

    [Theory]
    [InlineData("", "https://www.example.org/stranica.php?id=3&a=1", "/stranica.php?a=1&id=3")]
    [InlineData("sq", "lajme/vjetra/", "/lajme/vjetra")]
    public void A_pasted_address_is_cut_to_what_follows_its_host(string scope, string from, string stored) => RedirectRules.Normalised(new(scope, from, false, "x", 301)).From.ShouldBe(stored);

    [Theory]
    [InlineData("", "/a", false, "/b", 301, "To")]
    [InlineData("", "/x", false, "/old", 301, "To")]
    [InlineData("", "/new", false, "/elsewhere", 301, "From")]
    [InlineData("", "/x", true, "/x/y", 301, "To")]
    [InlineData("", "/x", false, "/en/team", 302, "To")]
    public void Chains_and_circles_are_refused_by_name(string scope, string from, bool isPrefix, string to, int status, string field)
    {
        RedirectRule[] others = [new("", "/old", false, "/new", 301), new("", "/b", true, "/a", 301), new("*", "/team", false, "/about", 301)];
        RedirectRules.Chain(new(scope, from, isPrefix, to, status), others)!.Field.ShouldBe(field);
    }

    [Fact]
    public void What_leads_away_from_the_site_is_no_chain() => RedirectRules.Chain(new("", "/old", false, "https://other.example.org/old", 301), [new("", "/older", false, "https://example.org/old", 301)]).ShouldBeNull();

    [Theory]
    [InlineData("/admin/content", "/en", 301, "From")]
    [InlineData("/", "/en", 301, "From")]
    [InlineData("/old", "", 301, "To")]
    [InlineData("/old", "javascript:alert(1)", 301, "To")]
    [InlineData("/old", "//evil.example.org", 301, "To")]
    [InlineData("/old", "/en", 307, "Status")]
    public void A_rule_that_could_do_harm_or_nothing_is_refused(string from, string to, int status, string field) =>
        RedirectRules.Check(RedirectRules.Normalised(new("", from, false, to, status))).Select(e => e.Field).ShouldContain(field);

    [Fact]
    public async Task A_file_comes_back_as_it_was_written()
    {
        Redirect[] redirects = [new() { Id = "1", Scope = "*", From = "/a, \"b\"", IsPrefix = true, To = "/ж/", Status = 302, Hits = 4 }, new() { Id = "2", Scope = "", From = "/gone", To = "", Status = 410 }];
        var text = System.Text.Encoding.UTF8.GetString(await RedirectFile.WriteAsync(redirects));
        RedirectFile.Read(text).Select(l => l.Rule).ShouldBe(redirects.Select(r => (RedirectRule?)RedirectRule.Of(r)));
    }

    static readonly RedirectBook Book = new(new RedirectRule[]
    {
        new("", "/index.php?page=12", false, "/en/about", 301), new("", "/index.php", false, "/en", 301), new("", "/blog", true, "/en/news", 301), new("", "/docs", true, "https://old.example.org/archive/", 302),
        new("", "/gone", true, "", 410), new("sr", "/staro", false, "/novo", 301), new("*", "/team", false, "/o-nama", 301),
    }.Select((rule, index) => ($"{index}", rule)));
}
