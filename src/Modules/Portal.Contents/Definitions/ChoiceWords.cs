using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Localization;
using Portal.Contents.Editing;

namespace Portal.Contents.Definitions;

/// <summary>Puts what administrators call the values of choices into the catalogues of messages, in the context of their field: when the portal starts, and in every process whenever a definition changed.</summary>
public sealed class ChoiceWords(ContentTypes types, StoredDefinitions stored, FormDescriptors descriptors, PoCatalogues catalogues, ILogger<ChoiceWords> log) : IChangeListener, IHostedService
{
    public Task ChangedAsync(IReadOnlyCollection<string> tags)
    {
        if (tags.Contains(Tags.Definitions, StringComparer.Ordinal)) TryLoad();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        TryLoad();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A database that is not migrated yet has no words, and the portal starts all the same.</summary>
    void TryLoad()
    {
        try
        {
            // Those that are kept may be from before the change, of which they hear later.
            var now = TypeComposer.Compose(types.OfModules.ToDictionary(t => t.Name, StringComparer.Ordinal), stored.Read());
            catalogues.NameChoices(now.Values.SelectMany(t => Fields(descriptors.Of(t))).DistinctBy(f => f.Kind.Path, StringComparer.Ordinal).SelectMany(Names).ToLookup(n => n.Culture, n => n.Entry, StringComparer.Ordinal));
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The names of choices could not be read; those known so far stand.");
        }
    }

    static IEnumerable<FieldDescriptor> Fields(IReadOnlyList<PartDescriptor> parts) => parts.SelectMany(p => p.Fields.Concat(p.Bag is { } bag ? Fields(bag.Parts) : []));

    static IEnumerable<(string Culture, PoEntry Entry)> Names(FieldDescriptor field) =>
        from choice in field.Choices?.All ?? []
        from name in field.Definition?.OptionNames.GetValueOrDefault(choice.Key) ?? new Dictionary<string, string>(StringComparer.Ordinal)
        select (name.Key, new PoEntry(field.Choices!.Context, choice.Name, null, [name.Value], 0));
}
