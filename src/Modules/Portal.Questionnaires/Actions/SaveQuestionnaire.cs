using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Actions;

/// <summary>Keeps a changed questionnaire as the draft of the next version. Nobody answers it before it is published.</summary>
public sealed class SaveQuestionnaire(PortalDb db, UnitOfWork work, ContentAccess access, AuditTrail audit, TimeProvider clock)
{
    static readonly Problem Stale = Problem.Conflict("Somebody else changed the questionnaire meanwhile. Look at it again; your change was not saved.");

    /// <param name="Stamp">As it was read; null = whatever is there is replaced.</param>
    public sealed record Input(string ConsultationSet, Form Form, Guid? Stamp);

    public Task<Result<Done>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await Editors.ConsultationAsync(db, input.ConsultationSet, cancel) is not { } consultation) return ContentStore.NoSuchItem;
        access.DemandEdit(consultation);

        var row = await db.Questionnaires.SingleOrDefaultAsync(q => q.ConsultationSet == input.ConsultationSet, cancel);
        if (input.Stamp is { } read && read != (row?.Stamp ?? Guid.Empty)) return Stale;
        if (FormRules.Check(input.Form, key => Editors.NameOf(input.Form, key)) is { Count: > 0 } errors) return Problem.Invalid(errors);

        if (row is null) db.Questionnaires.Add(row = new() { ConsultationSet = input.ConsultationSet, DraftJson = "" });
        (row.DraftJson, row.ModifiedUtc, row.Stamp) = (FormJson.Write(input.Form), clock.UtcNow, Guid.NewGuid());
        audit.Record("Questionnaire", "Saved", input.ConsultationSet);
        return default(Done);
    }, cancel);
}
