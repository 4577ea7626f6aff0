using Portal.Site.Redirects;

namespace Portal.Site.ViewModels;

/// <summary>What is typed about a redirect.</summary>
public sealed record RedirectForm
{
    public string? Id { get; init; }
    public string? Scope { get; init; }
    public string? From { get; init; }
    public bool IsPrefix { get; init; }
    public string? To { get; init; }
    public int Status { get; init; } = 301;

    public RedirectRule Rule => new(Scope ?? "", From ?? "", IsPrefix, To ?? "", Status);

    public static RedirectForm Of(Redirect redirect) => new() { Id = redirect.Id, Scope = redirect.Scope, From = redirect.From, IsPrefix = redirect.IsPrefix, To = redirect.To, Status = redirect.Status };
}
