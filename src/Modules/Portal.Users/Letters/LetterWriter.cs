using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Letters;

/// <summary>Writes the letters that were asked for.</summary>
public sealed class LetterWriter(UnitOfWork work, PortalDb db, LetterRequests requests, MailedLinks links, AccountMails mails, UserManager<User> users) : IOutboxHandler
{
    public const string KindOfMessage = "account-letter";

    public string Kind => KindOfMessage;

    public async Task DeliverAsync(string payload, CancellationToken cancel)
    {
        var request = requests.Open(payload);
        var outcome = await work.RunAsync<Done>(async () =>
        {
            var address = users.NormalizeEmail(request.To.Email);
            await WriteAsync(request, await db.Users.FirstOrDefaultAsync(u => u.NormalizedEmail == address, cancel), cancel);
            return default(Done);
        }, cancel);
        if (outcome.Problem is { } problem) throw new InvalidOperationException(problem.Message);
    }

    async Task WriteAsync(LetterRequest request, User? holder, CancellationToken cancel)
    {
        var to = request.To with { Email = holder?.Email ?? request.To.Email, Culture = holder?.Culture ?? request.To.Culture };
        switch (request.Purpose)
        {
            case LinkPurpose.Registration when holder is null:
                mails.Registration(to, LinkTo(request, "/register/password", await links.AddAsync(LinkPurpose.Registration, to, cancel)));
                break;
            case LinkPurpose.Registration when holder.ClosedUtc is null:
                mails.HasAccountAlready(to, request.Origin, holder.Id);
                break;
            case LinkPurpose.PasswordReset when holder is { ClosedUtc: null }:
                mails.PasswordReset(to, LinkTo(request, "/password/new", await links.AddAsync(LinkPurpose.PasswordReset, to, cancel, holder.Id)));
                break;
            case LinkPurpose.NewAddress when holder is null:
                mails.NewAddress(to, LinkTo(request, "/account/address/confirm", await links.AddAsync(LinkPurpose.NewAddress, to, cancel, request.UserId)));
                break;
            case LinkPurpose.NewAddress:
                mails.AddressIsTaken(request.To);
                break;
        }
    }

    static LetterLink LinkTo(LetterRequest request, string page, (string Code, MailedLink Link) made) => new($"{request.Origin}{page}?code={made.Code}&lang={request.To.Culture}", made.Link.Id);
}
