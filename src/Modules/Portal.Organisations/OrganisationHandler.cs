using Portal.Cms;
using Portal.Cms.Content;
using Portal.Organisations.Models;

namespace Portal.Organisations;

/// <summary>Checks organisations.</summary>
public sealed class OrganisationHandler : ContentHandler
{
    public override Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Document.As<Organisation>() is not { } part) return Task.CompletedTask;
        if (part.Kind?.Text is { Length: > 0 } kind && !OrganisationKinds.All.Contains(kind, StringComparer.Ordinal)) errors.Add(new("Organisation.Kind", "One of {0}.", string.Join(", ", OrganisationKinds.All)));
        if (part.Website?.Url is { Length: > 0 } url && !IsWebAddress(url)) errors.Add(new("Organisation.Website", "The address of a website begins with http:// or https://."));
        return Task.CompletedTask;
    }

    static bool IsWebAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
}
