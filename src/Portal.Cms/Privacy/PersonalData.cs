using System.Text.Json.Nodes;

namespace Portal.Cms.Privacy;

/// <summary>What a module keeps about the person behind an account: to be shown to them, and to be erased with the account.</summary>
public interface IPersonalData
{
    /// <summary>English message id of what it is.</summary>
    string Title { get; }

    /// <summary>Name of the member under which it stands for programs, the same in every language.</summary>
    string Name => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(GetType().Name);

    /// <returns>All that is kept, with readable member names; null where there is nothing.</returns>
    Task<JsonNode?> OfAccountAsync(string userId, CancellationToken cancel);

    /// <summary>Erases it, inside the unit of work of the action that erases the account.</summary>
    Task EraseAsync(string userId, CancellationToken cancel);
}
