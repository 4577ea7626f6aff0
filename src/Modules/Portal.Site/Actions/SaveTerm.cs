using System.Globalization;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Site.Models;
using Portal.Site.Queries;
using Portal.Site.ViewModels;

namespace Portal.Site.Actions;

/// <summary>Saves a term in all languages, public at once. A name that changes changes the address; the old one leads to the new.</summary>
public sealed class SaveTerm(UnitOfWork work, TaxonomyPages taxonomies, SetWriter writer, CurrentUser user, AuditTrail audit)
{
    const int MostLetters = 120;

    /// <param name="set">Localization set; null = a new term.</param>
    /// <returns>The term's set.</returns>
    public Task<Result<string>> RunAsync(string taxonomy, string? set, TermForm form, CancellationToken cancel) => work.RunAsync<string>(async () =>
    {
        user.Demand(SitePermissions.ManageTaxonomies);
        if (!Models.Taxonomies.All.Contains(taxonomy, StringComparer.Ordinal)) return ContentStore.NoSuchItem;
        await work.AloneAsync($"taxonomy {taxonomy}", cancel);

        var errors = new List<FieldError>();
        var names = form.Names.Where(n => !string.IsNullOrWhiteSpace(n.Value)).ToDictionary(n => n.Key, n => n.Value!.Trim(), StringComparer.Ordinal);
        var all = await taxonomies.TermsAsync(taxonomy, cancel);
        if (names.Count == 0) errors.Add(new($"Names-{Culture.Current.ContentCode}", "The term needs a name in one language at least."));
        foreach (var (culture, name) in names)
        {
            if (name.Length > MostLetters) errors.Add(new($"Names-{culture}", "At most {0} characters are possible here.", MostLetters));
            if (all.Any(t => t.Set != set && string.Equals(t.Names.GetValueOrDefault(culture), name, StringComparison.OrdinalIgnoreCase))) errors.Add(new($"Names-{culture}", "Another term is called {0} already. To make one of the two, merge them.", name));
        }

        var number = new Numbers(errors);
        var theme = new { Order = number.Whole("Order", form.Order, 0, 9999) };
        var place = new
        {
            Latitude = number.Any("Latitude", form.Latitude, -90, 90), Longitude = number.Any("Longitude", form.Longitude, -180, 180),
            Population = number.Whole("Population", form.Population, 0, 100_000_000), Year = number.Whole("PopulationYear", form.PopulationYear, 1800, 2200),
        };
        if (place.Latitude is null != place.Longitude is null) errors.Add(new("Latitude", "A place needs both numbers, or none."));
        if (errors.Count > 0) return Problem.Invalid(errors);

        var saved = await writer.WriteAsync(taxonomy, set, names, shared =>
        {
            shared.Put(nameof(TermPart), nameof(TermPart.Parent), SharedFields.Pick(form.Parent));
            shared.Put(nameof(TermPart), nameof(TermPart.IsRetired), form.IsRetired ? new BooleanField { Value = true } : null);
            if (taxonomy == nameof(Theme)) shared.Put(nameof(Theme), nameof(Theme.Order), Number(theme.Order));
            if (taxonomy != nameof(Municipality)) return;
            shared.Put(nameof(Municipality), nameof(Municipality.Country), SharedFields.Text(form.Country));
            shared.Put(nameof(Municipality), nameof(Municipality.Location), place.Latitude is null ? null : new GeoPointField { Latitude = place.Latitude, Longitude = place.Longitude });
            shared.Put(nameof(Municipality), nameof(Municipality.Population), Number(place.Population));
            shared.Put(nameof(Municipality), nameof(Municipality.PopulationYear), Number(place.Year));
        }, cancel);
        if (saved.Succeeded) audit.Record("Term", set is null ? "Added" : "Saved", saved.Value, new() { ["taxonomy"] = taxonomy });
        return saved;
    }, cancel);

    static NumericField? Number(decimal? value) => value is null ? null : new() { Value = value };

    /// <summary>Reads numbers as they are typed everywhere: with a point or a comma.</summary>
    sealed class Numbers(List<FieldError> errors)
    {
        public decimal? Whole(string field, string? typed, int least, int most)
        {
            if (Read(typed) is { } number && number >= least && number <= most && number == Math.Truncate(number)) return number;
            if (!string.IsNullOrWhiteSpace(typed)) errors.Add(new(field, "A whole number from {0} to {1}.", least, most));
            return null;
        }

        public decimal? Any(string field, string? typed, int least, int most)
        {
            if (Read(typed) is { } number && number >= least && number <= most) return number;
            if (!string.IsNullOrWhiteSpace(typed)) errors.Add(new(field, "A number from {0} to {1}.", least, most));
            return null;
        }

        static decimal? Read(string? typed) =>
            decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
