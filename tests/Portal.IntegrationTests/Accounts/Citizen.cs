using System.Net;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Accounts;

/// <summary>Somebody with a browser and a letter box.</summary>
public sealed class Citizen(TestPortal portal, string email, string? from = null)
{
    public const string Password = "katër fjalë krejt të rastit";

    public string Email => email;

    public HttpClient Browser { get; } = portal.NewClient(from);

    /// <summary>Fills in the form of a page and sends it.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, Form fields) => SendAsync(path, fields, path);

    /// <param name="to">Where the form of the page leads.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, Form fields, string to)
    {
        using var page = await Browser.AskAsync(path);
        var form = await TestPortal.ParseAsync(page);
        fields["__RequestVerificationToken"] = form.TokenOf();
        return await Browser.PostFormAsync(to, fields);
    }

    /// <summary>Follows a mailed link and chooses a password.</summary>
    public async Task<HttpResponseMessage> ChooseAsync(string link, string password = Password, string? userName = null)
    {
        var code = System.Web.HttpUtility.ParseQueryString(new Uri("http://localhost" + link).Query)["code"]!;
        var fields = new Form { ["code"] = code, ["newPassword"] = password, ["repeatedPassword"] = password };
        if (userName is not null) fields["userName"] = userName;
        return await SendAsync(link, fields);
    }

    public static async Task<Citizen> RegisteredAsync(TestPortal portal, string email, string culture = "bs")
    {
        var citizen = new Citizen(portal, email);
        using var asked = await citizen.SendAsync($"/register?lang={culture}", new Form { ["email"] = email });
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var letter = (await portal.LettersAsync()).Single(l => l.To == email);
        using var chosen = await citizen.ChooseAsync(letter.Link);
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return citizen;
    }

    public Task<HttpResponseMessage> SignInAsync(string password = Password) => Browser.SignInAsync(email, password);

    public async Task<IHtmlDocument> PageAsync(string path) => await portal.PageAsync(path, Browser);
}
