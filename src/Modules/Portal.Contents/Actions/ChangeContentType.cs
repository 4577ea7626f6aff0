using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Definitions;

namespace Portal.Contents.Actions;

/// <summary>Changes what a content type is called, and which of the kernel's parts it has beside those of its code.</summary>
public sealed class ChangeContentType(UnitOfWork work, CurrentUser user, DefinedTypes types, ContentTypes known, DefinitionRecords records)
{
    const int LongestName = 100;

    /// <summary>Parts that any type can be given.</summary>
    public static IReadOnlyList<string> Parts { get; } = [nameof(MarkdownBodyPart), nameof(HtmlBodyPart), nameof(AliasPart), nameof(SeoMetaPart)];

    /// <summary>Parts that a type that no module knows can be given.</summary>
    public static IReadOnlyList<string> PartsOfStored { get; } = [.. Parts, nameof(OrganisationPart), nameof(TopicsPart)];

    /// <summary>English message id of what a part is for; null = nobody has said.</summary>
    public static string? NameOfPart(string part) => part switch
    {
        nameof(TitlePart) => "Title",
        nameof(AutoroutePart) => "Address",
        nameof(MarkdownBodyPart) => "Formatted text",
        nameof(HtmlBodyPart) => "Text in HTML",
        nameof(AliasPart) => "Alias",
        nameof(OrganisationPart) => "Organisation that it belongs to",
        nameof(TopicsPart) => "Themes and municipalities",
        nameof(SeoMetaPart) => "Search engines and previews",
        _ => null,
    };

    /// <param name="Names">What one of its items is called, by culture; none = as the module calls it.</param>
    /// <param name="ListNames">What many of them are called, by culture; none = as the module calls its list, or as one of them.</param>
    /// <param name="Chosen">Those of <see cref="PartsOfStored"/> that the type has; those of its code stay.</param>
    /// <param name="Flags">Of a type that no module knows; null = as they are.</param>
    public sealed record Input(string ContentType, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> ListNames, IReadOnlyList<string> Chosen, TypeFlags? Flags = null);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.Find(input.ContentType) is not { } type) return Problem.NotFound("There is no such content type.");
        if (WrongNames(input.Names, input.ListNames) is { } wrong) return wrong;

        var record = await records.TypeAsync(type.Name, cancel);
        DefinitionRecords.WriteNames(record, input.Names, input.ListNames);
        // The list of a type that came by recipe stands where its name put it; it does not move when the name changes.
        if (type is { IsStored: true, Controller: not null }) DefinitionRecords.Group(record, DefinitionNames.Ours)[DefinitionNames.ListAddresses] = DefinitionRecords.Words(Culture.ContentCultures.ToDictionary(c => c.Code, c => type.SlugIn(c)!, StringComparer.Ordinal));
        if (type.IsStored && input.Names.GetValueOrDefault("en") is { Length: > 0 } english) record[DefinitionNames.DisplayName] = english.Trim();
        if (type.IsStored && input.Flags is { } flags) flags.Write(record);
        ChooseParts(record, input, known.OfModules.FirstOrDefault(t => t.Name == type.Name));
        await records.WriteAsync(DefinitionNames.TypeKind, record, "TypeChanged", null, cancel);
        return default(Done);
    }, cancel);

    /// <returns>What is wrong with a type's names by culture; null = nothing.</returns>
    internal static Problem? WrongNames(IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> listNames)
    {
        foreach (var (of, words) in new[] { ("names", names), ("listNames", listNames) })
        {
            if (words.FirstOrDefault(n => n.Value.Length > LongestName || !ContentText.IsStorable(n.Value)).Key is { } culture) return Problem.Invalid($"{of}.{culture}", "At most {0} characters are possible here.", LongestName);
        }

        return null;
    }

    static void ChooseParts(JsonObject record, Input input, ContentTypeDefinition? ofCode)
    {
        var list = DefinitionRecords.List(record, DefinitionNames.Parts);
        foreach (var part in (ofCode is null ? PartsOfStored : Parts).Where(p => ofCode?.Parts.Any(own => own.PartName == p) != true))
        {
            var attached = list.OfType<JsonObject>().FirstOrDefault(p => (string?)p[DefinitionNames.PartName] == part);
            var isChosen = input.Chosen.Contains(part, StringComparer.Ordinal);
            if (isChosen && attached is null) list.Add(new JsonObject { [DefinitionNames.PartName] = part, [DefinitionNames.Name] = part, [DefinitionNames.Settings] = new JsonObject() });
            if (!isChosen && attached is not null) list.Remove(attached);
        }
    }
}
