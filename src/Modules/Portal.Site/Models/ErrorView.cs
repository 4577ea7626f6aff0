namespace Portal.Site.Models;

/// <summary>What an error page says.</summary>
/// <param name="Heading">English message id: what happened.</param>
/// <param name="Explanation">English message id: what was kept, what to do next.</param>
public sealed record ErrorView(int Status, string Heading, string Explanation)
{
    public static ErrorView Of(int status) => status switch
    {
        400 => new(status, "This request could not be understood", "Something in it was missing or not as expected. Go back: what you typed is still there. Check it and send it once more."),
        401 or 403 => new(status, "You may not open this page", "It is for people with a certain task, or you need to sign in first. If you should have access, ask those who run this site."),
        404 or 410 => new(status, "There is no page at this address", "It may have moved, or the link may be mistyped. Nothing that you sent us has been lost."),
        405 => new(status, "This address does something else", "It cannot be opened in this way. Go back to the page that you came from."),
        413 => new(status, "That was too much at once", "What you sent is larger than this site accepts. Go back, shorten it and send it once more."),
        429 => new(status, "Too many requests in a short time", "Wait a minute and try again. Nothing that you sent us before has been lost."),
        >= 500 => new(status, "Something went wrong on our side", "It was recorded and will be looked into. If you were sending a comment: only a receipt says that it has arrived. Go back, your text is still there, and send it once more."),
        _ => new(status, "This did not work", "Go back to the page that you came from and try once more."),
    };
}
