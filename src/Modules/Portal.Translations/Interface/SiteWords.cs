using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Translations.Models;

namespace Portal.Translations.Interface;

/// <summary>Puts the site's own words over the shipped ones: when the portal starts, and in every process whenever somebody changed one.</summary>
public sealed class SiteWords(IServiceScopeFactory scopes, PoCatalogues catalogues, ILogger<SiteWords> log) : IChangeListener, IHostedService
{
    /// <summary>Tag of a change of words.</summary>
    public const string Tag = "interface-strings";

    public Task ChangedAsync(IReadOnlyCollection<string> tags) => tags.Contains(Tag, StringComparer.Ordinal) ? TryLoadAsync(CancellationToken.None) : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => TryLoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Words are not worth a portal that does not start: a database that is not migrated yet has none.</summary>
    async Task TryLoadAsync(CancellationToken cancel)
    {
        try
        {
            await LoadAsync(cancel);
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The site's own words of the interface could not be read; those known so far stand.");
        }
    }

    async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = await scope.ServiceProvider.GetRequiredService<PortalDb>().InterfaceStrings.AsNoTracking().ToListAsync(cancel);
        catalogues.Override(own.ToLookup(s => s.Culture, s => s.ToEntry(), StringComparer.Ordinal));
    }
}
