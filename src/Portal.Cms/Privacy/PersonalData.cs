using System.Text.Json.Nodes;

namespace Portal.Cms.Privacy;

/// <summary>What a module keeps about the person behind an account: to be shown to them, and to be erased with the account.</summary>
public interface IPersonalData
{
    /// <summary>Name of the member under which it stands, the same in every language; what people read comes from <see cref="PersonalDataLabels"/>.</summary>
    string Name { get; }

    /// <returns>All that is kept, with readable member names; null where there is nothing.</returns>
    Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel);

    /// <summary>Erases it, inside the unit of work of the action that erases the account.</summary>
    Task EraseAsync(string userId, CancellationToken cancel);
}
