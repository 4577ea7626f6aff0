using Portal.Cms;
using Portal.Cms.Data;

namespace Portal.IntegrationTests.Access;

/// <summary>Those who come to a portal. "Owner" and "addressed" mean: of the organisation that the thing acted upon belongs, or is addressed, to.</summary>
[Flags]
public enum Who
{
    None = 0,
    Guest = 1, Citizen = 2, MemberOfOwner = 4, MemberElsewhere = 8, NetworkEditor = 16, Translator = 32, Moderator = 64, OfficialAddressed = 128, OfficialElsewhere = 256, OrganisationOwner = 512, Administrator = 1024,

    Everybody = 2047,
    SignedIn = Everybody & ~Guest,
    Staff = SignedIn & ~Citizen,
}

/// <summary>One action and who may do it.</summary>
/// <param name="Attempt">Does it to the things of the demo content; null where what is asked for is not a role but a secret or an origin, and <paramref name="Otherwise"/> says which.</param>
public sealed record ActionRow(Type Action, Who Allowed, Func<IServiceProvider, Task<Problem?>>? Attempt, string? Otherwise = null)
{
    /// <summary>A row that is tried out as everybody of <see cref="Who"/>.</summary>
    /// <param name="attempt">Calls the action; what it changes is undone.</param>
    public static ActionRow Of<TAction>(Who allowed, Func<TAction, Task<Problem?>> attempt) where TAction : notnull =>
        new(typeof(TAction), allowed, services => attempt((TAction)services.GetService(typeof(TAction))!));

    /// <summary>The same for an action upon something that has to be looked up.</summary>
    public static ActionRow Of<TAction>(Who allowed, Func<TAction, PortalDb, Task<Problem?>> attempt) where TAction : notnull =>
        new(typeof(TAction), allowed, services => attempt((TAction)services.GetService(typeof(TAction))!, (PortalDb)services.GetService(typeof(PortalDb))!));

    /// <summary>The same for an action that is called with something another service makes: a ticket, a link.</summary>
    public static ActionRow Of<TAction>(Who allowed, Func<TAction, PortalDb, IServiceProvider, Task<Problem?>> attempt) where TAction : notnull =>
        new(typeof(TAction), allowed, services => attempt((TAction)services.GetService(typeof(TAction))!, (PortalDb)services.GetService(typeof(PortalDb))!, services));

    /// <summary>An action that asks for no role.</summary>
    /// <param name="why">What it asks for instead, and the test that shows it.</param>
    public static ActionRow Without<TAction>(string why) => new(typeof(TAction), Who.Everybody, null, why);
}

/// <summary>The rows of one module: a class in this folder for each. Found by reflection.</summary>
public interface IActionRows
{
    IEnumerable<ActionRow> Rows { get; }
}

static class Outcomes
{
    public static async Task<Problem?> ProblemAsync<T>(this Task<Result<T>> action) => (await action).Problem;
}
