using System.Text.Json;

namespace Portal.Cms.Content;

/// <summary>What is to be done to an item at some time.</summary>
public enum ScheduledStep { Publish, Unpublish }

/// <summary>Somebody asked for an item to be published, or taken off the public pages, at an instant. Carried out by a job as that person would be allowed to then, and gone afterwards.</summary>
/// <remarks>In Orchard Core's JSON: <c>PublishLaterPart.ScheduledPublishUtc</c> and <c>ArchiveLaterPart.ScheduledArchiveUtc</c>.</remarks>
public sealed class ContentSchedule
{
    public required string ContentItemId { get; init; }
    public ScheduledStep Step { get; init; }
    public DateTime AtUtc { get; set; }
    /// <summary>IANA zone of the clock that the person meant.</summary>
    public required string Zone { get; set; }
    /// <summary>Id and name of the account that asked for it; null = it came by recipe, and the portal itself does it.</summary>
    public string? ById { get; set; }
    public string? ByName { get; set; }
    /// <summary>When it was refused; null = it was not. What was refused is not tried again.</summary>
    public DateTime? RefusedUtc { get; set; }
    /// <summary>Why it was refused: a <see cref="Refusal"/> as JSON.</summary>
    public string? RefusalJson { get; set; }

    public IReadOnlyList<Refusal> Refusals() => RefusalJson is null ? [] : JsonSerializer.Deserialize<List<Refusal>>(RefusalJson, JsonSerializerOptions.Web)!;

    public void Refuse(Problem problem, DateTime nowUtc)
    {
        RefusedUtc = nowUtc;
        RefusalJson = JsonSerializer.Serialize(
            problem.Errors.Select(e => new Refusal(e.Message, Texts(e.Args))).Prepend(new(problem.Message, Texts(problem.Args))), JsonSerializerOptions.Web);
    }

    static string[] Texts(object[] args) => [.. args.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")];
}

/// <param name="Message">English message id; translated when shown.</param>
public sealed record Refusal(string Message, string[] Args);
