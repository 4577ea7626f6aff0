using Portal.Cms.Security;

namespace Portal.Cms.Settings;

/// <summary>A group of the site's settings with its own form at <c>/admin/settings/{name}</c>. A module registers it with <c>AddSettings</c> and reads the values through <see cref="SiteSettings"/>; saving, checking, auditing and evicting are done for it.</summary>
/// <param name="Name">Lower-case letters and hyphens: the last segment of the form's address.</param>
/// <param name="Position">Place among the groups; lower comes first.</param>
/// <param name="Title">English message id.</param>
/// <param name="Lede">English message id of one sentence: what is decided here.</param>
public sealed record SettingsGroup(string Name, int Position, string Title, string Lede, IReadOnlyList<SettingField> Fields)
{
    /// <summary>Asked for beside the permission to manage settings; null = nothing more.</summary>
    public Permission? Needs { get; init; }
}

/// <summary>What was typed into the form of a group: values by the name of the input.</summary>
public sealed class TypedSettings(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    /// <returns>The trimmed text, or an empty one.</returns>
    public string One(string name) => All(name) is [var first, ..] ? first.Trim() : "";

    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];
}
