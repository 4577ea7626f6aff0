using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Cms.Data;
using Portal.Users.Models;

namespace Portal.Users.Letters;

/// <param name="Origin">Scheme and host that links begin with.</param>
/// <param name="UserId">Whose address is to change.</param>
public sealed record LetterRequest(LinkPurpose Purpose, LinkContent To, string Origin, string? UserId = null);

/// <summary>Puts aside that somebody wants a letter. Whether there is an account with the address is looked up afterwards, by the outbox: neither the answer nor the time it takes can tell.</summary>
public sealed class LetterRequests(UnitOfWork work, IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Portal.Users.LetterRequest.v1");

    public void Tell(LetterRequest request) => work.Tell(LetterWriter.KindOfMessage, protector.Protect(JsonSerializer.Serialize(request, JsonSerializerOptions.Web)));

    public LetterRequest Open(string payload) => JsonSerializer.Deserialize<LetterRequest>(protector.Unprotect(payload), JsonSerializerOptions.Web)!;
}
