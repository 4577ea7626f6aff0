using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Site.Models;

namespace Portal.Site;

/// <summary>Checks terms, timeline entries and menu items.</summary>
public sealed class SiteContentHandler(ContentTypes types) : ContentHandler
{
    static readonly string[] Precisions = ["day", "month", "year"], Menus = [Navigation.Main, Navigation.Footer];

    public override Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        var document = change.Document;
        if (document.As<TimelineEntry>()?.Precision?.Text is { Length: > 0 } precision) OneOf("TimelineEntry.Precision", precision, Precisions, errors);
        if (document.As<Municipality>() is { } municipality) Check(municipality, errors);
        if (document.As<MenuItem>() is { } link) Check(link, errors);
        return Task.CompletedTask;
    }

    static void Check(Municipality municipality, List<FieldError> errors)
    {
        if (municipality.Country?.Text is { Length: > 0 } country) OneOf("Municipality.Country", country, Countries.All, errors);
        if (municipality.Location?.Latitude is < -90 or > 90) errors.Add(new("Municipality.Location.Latitude", "A number from {0} to {1}.", -90, 90));
        if (municipality.Location?.Longitude is < -180 or > 180) errors.Add(new("Municipality.Location.Longitude", "A number from {0} to {1}.", -180, 180));
        if (municipality.Population?.Value < 0) errors.Add(new("Municipality.Population", "A whole number that is not negative."));
    }

    void Check(MenuItem link, List<FieldError> errors)
    {
        OneOf("MenuItem.Menu", link.Menu?.Text ?? "", Menus, errors);
        if (link.List?.Text is { Length: > 0 } type && types.Find(type)?.SlugIn(Culture.En) is null) errors.Add(new("MenuItem.List", "There is no list of {0}.", type));
        // Below the culture and nowhere else: a menu never leads off the site unseen.
        if (link.Address?.Text is { Length: > 0 } address && (address.StartsWith('/') || address.Contains(':', StringComparison.Ordinal))) errors.Add(new("MenuItem.Address", "A path below the language, such as {0}.", "search"));
    }

    static void OneOf(string field, string value, IReadOnlyList<string> allowed, List<FieldError> errors)
    {
        if (!allowed.Contains(value, StringComparer.Ordinal)) errors.Add(new(field, "One of {0}.", string.Join(", ", allowed)));
    }
}
