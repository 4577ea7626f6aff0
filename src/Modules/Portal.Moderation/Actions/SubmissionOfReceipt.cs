using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Actions;

/// <summary>Finds the submission that somebody holds the receipt of: whoever has the code may act as its author.</summary>
public sealed class SubmissionOfReceipt(PortalDb db)
{
    public static readonly Problem NoSuchReceipt = Problem.NotFound("No comment was received under this receipt.");

    /// <param name="typed">The code as somebody typed it.</param>
    /// <returns>The submission, to be changed inside a unit of work.</returns>
    public async Task<Submission?> FindAsync(string? typed, CancellationToken cancel)
    {
        if (ReceiptCode.Read(typed) is not { } code) return null;
        var hash = ReceiptCode.Hash(code);
        return await db.Submissions.SingleOrDefaultAsync(s => s.ReceiptHash == hash, cancel);
    }
}
