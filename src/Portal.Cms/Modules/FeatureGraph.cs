namespace Portal.Cms.Modules;

/// <summary>A manifest or an enabled set that cannot be honoured; the portal does not start. The message names the features.</summary>
public sealed class FeatureGraphException(string message) : Exception(message);

/// <summary>Puts features in an order in which each follows those it depends on.</summary>
public static class FeatureGraph
{
    /// <summary>The features to run, dependencies first: what is always enabled, what is asked for, and whatever those need.</summary>
    /// <exception cref="FeatureGraphException">A feature is unknown, declared twice, or depends on itself through others.</exception>
    public static IReadOnlyList<Feature> Order(IReadOnlyList<Feature> available, IReadOnlyCollection<string> enabled)
    {
        if (available.GroupBy(f => f.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new FeatureGraphException($"The feature {twice.Key} is declared by {string.Join(" and by ", twice.Select(f => f.Assembly.GetName().Name))}.");
        }

        var byId = available.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var ordered = new List<Feature>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();

        foreach (var id in available.Where(f => f.IsAlwaysEnabled).Select(f => f.Id).Concat(enabled.Order(StringComparer.Ordinal)))
        {
            Visit(id);
        }

        return ordered;

        void Visit(string id)
        {
            if (path.Contains(id)) throw new FeatureGraphException($"Features depend on each other in a circle: {string.Join(" → ", [.. path.SkipWhile(p => p != id), id])}.");
            if (done.Contains(id)) return;
            if (!byId.TryGetValue(id, out var feature))
            {
                throw new FeatureGraphException(path.Count == 0 ? $"The enabled feature {id} is unknown." : $"The feature {path[^1]} depends on {id}, which is unknown.");
            }

            path.Add(id);
            foreach (var dependency in feature.Dependencies) Visit(dependency);
            path.RemoveAt(path.Count - 1);
            done.Add(id);
            ordered.Add(feature);
        }
    }
}
