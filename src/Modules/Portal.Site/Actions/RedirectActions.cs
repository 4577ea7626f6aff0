using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Site.Redirects;

namespace Portal.Site.Actions;

/// <summary>Saves where an old address leads. Chains and circles are refused by name.</summary>
public sealed class SaveRedirect(UnitOfWork work, PortalDb db, CurrentUser user, AuditTrail audit)
{
    /// <param name="id">Null = a new one.</param>
    public Task<Result<Redirect>> RunAsync(string? id, RedirectRule typed, CancellationToken cancel) => work.RunAsync<Redirect>(async () =>
    {
        user.Demand(SitePermissions.ManageRedirects);
        var rule = RedirectRules.Normalised(typed);
        if (RedirectRules.Check(rule).ToList() is { Count: > 0 } errors) return Problem.Invalid(errors);

        await work.AloneAsync(RedirectTables.Tag, cancel);
        var all = await db.Redirects.ToListAsync(cancel);
        var known = id is null ? null : all.Find(r => r.Id == id);
        if (id is not null && known is null) return Problem.NotFound("There is no such redirect.");
        if (all.Exists(r => r != known && r.Scope == rule.Scope && string.Equals(r.From, rule.From, StringComparison.OrdinalIgnoreCase) && r.IsPrefix == rule.IsPrefix)) return Problem.Invalid("From", "There is a rule for this address already.");
        if (RedirectRules.Chain(rule, [.. all.Where(r => r != known).Select(RedirectRule.Of)]) is { } chain) return Problem.Invalid([chain]);

        if (known is null) db.Redirects.Add(known = new() { Id = Ids.New(), Scope = "", From = "", To = "" });
        (known.Scope, known.From, known.IsPrefix, known.To, known.Status) = (rule.Scope, rule.From, rule.IsPrefix, rule.To, rule.Status);
        audit.Record("Redirect", id is null ? "Added" : "Saved", known.Id, new() { ["rule"] = RedirectRules.Written(rule) });
        work.Evict(RedirectTables.Tag);
        return known;
    }, cancel);
}

public sealed class DeleteRedirect(UnitOfWork work, PortalDb db, CurrentUser user, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string id, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(SitePermissions.ManageRedirects);
        if (await db.Redirects.FindAsync([id], cancel) is not { } redirect) return Problem.NotFound("There is no such redirect.");
        db.Redirects.Remove(redirect);
        audit.Record("Redirect", "Deleted", id, new() { ["rule"] = RedirectRules.Written(RedirectRule.Of(redirect)) });
        work.Evict(RedirectTables.Tag);
        return default(Done);
    }, cancel);
}

/// <summary>Takes in a file of redirects: what is right is saved, what is wrong is reported line by line.</summary>
public sealed class ImportRedirects(UnitOfWork work, PortalDb db, CurrentUser user, AuditTrail audit)
{
    /// <param name="Error">What is wrong with the line; null = nothing.</param>
    public sealed record LineOutcome(int Line, string Rule, FieldError? Error);

    /// <param name="IsSaved">False: it was only looked at.</param>
    public sealed record Report(bool IsSaved, int Added, int Changed, int Unchanged, IReadOnlyList<LineOutcome> Refused);

    /// <param name="text">The file.</param>
    /// <param name="isTrial">Look only.</param>
    public Task<Result<Report>> RunAsync(string text, bool isTrial, CancellationToken cancel) => work.RunAsync<Report>(async () =>
    {
        user.Demand(SitePermissions.ManageRedirects);
        IReadOnlyList<RedirectFile.Line> lines;
        try { lines = RedirectFile.Read(text); }
        catch (CsvFormatException) { return Problem.Invalid("file", "This is no CSV file."); }
        if (lines.Count > RedirectFile.MostLines) return Problem.Invalid("file", "A file may have {0} lines at most.", RedirectFile.MostLines);
        if (lines.Count == 0) return Problem.Invalid("file", "The file has no lines. It begins with: {0}.", "scope,from,prefix,to,status");

        await work.AloneAsync(RedirectTables.Tag, cancel);
        var known = await db.Redirects.ToListAsync(cancel);
        var rules = known.ToDictionary(KeyOf, r => (Row: (Redirect?)r, Rule: RedirectRule.Of(r)), StringComparer.OrdinalIgnoreCase);
        var (added, changed, unchanged, refused) = (0, 0, 0, new List<LineOutcome>());
        foreach (var line in lines)
        {
            if (line.Rule is null)
            {
                refused.Add(new(line.Number, "", new("file", "The line names no address.")));
                continue;
            }

            var rule = RedirectRules.Normalised(line.Rule);
            var key = KeyOf(rule);
            var before = rules.GetValueOrDefault(key);
            if (before.Rule == rule) { unchanged++; continue; }
            if ((RedirectRules.Check(rule).FirstOrDefault() ?? RedirectRules.Chain(rule, [.. rules.Where(r => r.Key != key).Select(r => r.Value.Rule)])) is { } wrong)
            {
                refused.Add(new(line.Number, RedirectRules.Written(rule), wrong));
                continue;
            }

            rules[key] = (before.Row, rule);
            if (before.Rule is null) added++;
            else changed++;
        }

        if (!isTrial) Write(rules.Values);
        if (!isTrial) audit.Record("Redirect", "Imported", "file", new() { ["added"] = added, ["changed"] = changed, ["refused"] = refused.Count });
        if (!isTrial) work.Evict(RedirectTables.Tag);
        return new Report(!isTrial, added, changed, unchanged, refused);
    }, cancel);

    void Write(IEnumerable<(Redirect? Row, RedirectRule Rule)> rules)
    {
        foreach (var (row, rule) in rules)
        {
            if (row is null) db.Redirects.Add(new() { Id = Ids.New(), Scope = rule.Scope, From = rule.From, IsPrefix = rule.IsPrefix, To = rule.To, Status = rule.Status });
            else (row.To, row.Status) = (rule.To, rule.Status);
        }
    }

    static string KeyOf(Redirect redirect) => KeyOf(RedirectRule.Of(redirect));

    static string KeyOf(RedirectRule rule) => $"{rule.Scope}|{rule.From}|{rule.IsPrefix}";
}
