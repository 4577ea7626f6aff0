using System.Text.Json.Nodes;
using Portal.Cms.Content.Definitions;

namespace Portal.Contents.Definitions;

/// <summary>What an administrator decides about a type that no module knows.</summary>
/// <param name="IsCreatable">Editors are offered to write a new one.</param>
/// <param name="IsListable">The editors' list offers to show its items alone.</param>
public sealed record TypeFlags(bool IsCreatable, bool IsListable)
{
    public void Write(JsonObject record)
    {
        var settings = DefinitionRecords.Group(record, DefinitionNames.OfType);
        (settings[DefinitionNames.Creatable], settings[DefinitionNames.Listable]) = (IsCreatable, IsListable);
    }
}
