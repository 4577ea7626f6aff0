using Portal.Cms;
using Portal.Cms.Data;
using Portal.Translations.Exchange;
using Portal.Translations.Queries;

namespace Portal.Translations.Actions;

/// <summary>Takes over a file of translations: texts of items as drafts, words of the interface at once. All of it, or none.</summary>
public sealed class ImportTranslations(UnitOfWork work, ItemExchange items, InterfaceExchange words, Workbench workbench, SaveTranslation save, ChangeInterfaceString change)
{
    /// <param name="Text">The file.</param>
    /// <param name="Digest">Name of the changes that the person has looked at.</param>
    public sealed record Input(string Text, string Digest);

    /// <returns>How many passages were changed.</returns>
    public Task<Result<int>> ItemsAsync(Input input, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        var read = await items.ReadAsync(input.Text, cancel);
        if (read.Problem is { } problem) return problem;
        if (read.Value.Digest != input.Digest) return PoUpload.ChangedMeanwhile;

        var (to, from) = (read.Value.Culture, read.Value.From!);
        foreach (var ofSet in ItemExchange.Typed(read.Value))
        {
            if (await workbench.FindAsync(ofSet.Key, to, from, null, cancel) is not { } found) return PoUpload.ChangedMeanwhile;
            var typed = ofSet.DistinctBy(t => t.Row, StringComparer.Ordinal).ToDictionary(t => t.Row, t => t.Text, StringComparer.Ordinal);
            var saved = await save.RunAsync(new(ofSet.Key, to, from, found.SourceVersion.VersionId, typed, new HashSet<string>(StringComparer.Ordinal), null, Follows: false, found.Target?.Item.Stamp), cancel);
            if (saved.Problem is { } refused) return Named(refused, found.SourceVersion.DisplayText);
        }

        return read.Value.Changes.Count;
    }, cancel);

    static Problem Named(Problem problem, string title) => Problem.Conflict("“{0}” could not be saved. Nothing of the file was taken over.", title) with { Errors = problem.Errors };

    /// <param name="culture">The culture whose words the file has.</param>
    /// <returns>How many texts were changed.</returns>
    public Task<Result<int>> InterfaceAsync(Input input, Cms.Localization.Culture culture, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        var read = words.Read(input.Text, culture);
        if (read.Problem is { } problem) return problem;
        if (read.Value.Digest != input.Digest) return PoUpload.ChangedMeanwhile;

        foreach (var wanted in words.ChangesIn(input.Text, read.Value))
        {
            if ((await change.RunAsync(wanted, cancel)).Problem is { } refused) return refused;
        }

        return read.Value.Changes.Count;
    }, cancel);
}
