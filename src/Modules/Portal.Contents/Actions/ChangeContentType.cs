using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
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

    /// <summary>English message id of what a part is for.</summary>
    public static string NameOfPart(string part) => part switch
    {
        nameof(MarkdownBodyPart) => "Formatted text",
        nameof(HtmlBodyPart) => "Text in HTML",
        nameof(AliasPart) => "Alias",
        nameof(OrganisationPart) => "Organisation that it belongs to",
        nameof(TopicsPart) => "Themes and municipalities",
        _ => "Search engines and previews",
    };

    /// <param name="Names">By culture; none = the name that the module gave it.</param>
    /// <param name="Chosen">Those of <see cref="PartsOfStored"/> that the type has; those of its code stay.</param>
    /// <param name="Flags">Of a type that no module knows; null = as they are.</param>
    public sealed record Input(string ContentType, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Chosen, TypeFlags? Flags = null);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(DefinitionPermissions.EditContentTypes);
        if (types.Find(input.ContentType) is not { } type) return Problem.NotFound("There is no such content type.");
        if (input.Names.Values.Any(n => n.Length > LongestName || !ContentText.IsStorable(n))) return Problem.Invalid("names", "At most {0} characters are possible here.", LongestName);

        var record = await records.TypeAsync(type.Name, cancel);
        DefinitionRecords.Set(DefinitionRecords.Group(record, DefinitionNames.Ours), DefinitionNames.DisplayNames, DefinitionRecords.Words(input.Names));
        if (type.IsStored && input.Names.GetValueOrDefault("en") is { Length: > 0 } english) record[DefinitionNames.DisplayName] = english.Trim();
        if (type.IsStored && input.Flags is { } flags) flags.Write(record);
        ChooseParts(record, input, known.OfModules.FirstOrDefault(t => t.Name == type.Name));
        await records.WriteAsync(DefinitionNames.TypeKind, record, "TypeChanged", null, cancel);
        return default(Done);
    }, cancel);

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
