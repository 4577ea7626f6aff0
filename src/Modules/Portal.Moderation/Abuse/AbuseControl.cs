using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Moderation.Models;

namespace Portal.Moderation.Abuse;

/// <param name="Labels">What moderators are told.</param>
/// <param name="Refusal">The challenge that is still to be met; null = the form may pass.</param>
public sealed record AbuseFindings(IReadOnlyList<string> Labels, Problem? Refusal);

/// <summary>Looks at how a form came in. Whatever it finds leads to a question at most, never to a closed door: one connection may be a village meeting.</summary>
public sealed partial class AbuseControl(RequestLimits limits, Challenges challenges, IHttpContextAccessor http, IOptions<ParticipationSettings> settings, TimeProvider clock)
{
    /// <summary>Field of the form under which a missing or wrong answer is reported.</summary>
    public const string Field = "answer";

    /// <param name="Answer">To the question.</param>
    /// <param name="Proof">The number found by calculation.</param>
    /// <param name="Trap">The field that people do not see.</param>
    public sealed record Signs(string? Answer, string? Proof, string? Trap);

    public AbuseFindings Look(Ticket ticket, string body, Signs signs)
    {
        var rules = settings.Value;
        string[] labels =
        [
            .. Links().Count(body) > rules.MostLinks ? [Labels.Links] : Array.Empty<string>(),
            .. clock.UtcNow - ticket.IssuedUtc < TimeSpan.FromSeconds(rules.LeastSeconds) ? [Labels.Fast] : Array.Empty<string>(),
            .. string.IsNullOrEmpty(signs.Trap) ? Array.Empty<string>() : [Labels.Trap],
        ];
        if (challenges.IsSolved(ticket, signs.Answer, signs.Proof)) return new(labels, null);

        var isOften = !limits.TryUse(new("submissions", rules.SendsPerTenMinutes, TimeSpan.FromMinutes(10)), http.HttpContext?.Connection.RemoteIpAddress);
        if (labels.Length == 0 && !isOften) return new(labels, null);
        return new(labels, Problem.Invalid(Field, string.IsNullOrWhiteSpace(signs.Answer) ? "One more step: please answer the question, so that we know that no machine is sending." : "This is not the answer. Here is another question."));
    }

    /// <summary>What follows the name of a scheme, or looks like the name of a site on its own.</summary>
    [GeneratedRegex(@"\bhttps?://|\bwww\.\w", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
