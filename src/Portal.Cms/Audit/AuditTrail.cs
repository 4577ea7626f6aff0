using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Cms.Audit;

/// <summary>Who did what to which thing, when. Written in the change's own transaction; carries no network address.</summary>
public sealed class AuditTrailEvent
{
    public long Id { get; init; }
    /// <summary>The module's noun, such as <c>Content</c> or <c>Submission</c>.</summary>
    public required string Category { get; init; }
    /// <summary>The verb, such as <c>Published</c>.</summary>
    public required string Name { get; init; }
    public required string SubjectId { get; init; }
    /// <summary>Null for guests and for the portal itself.</summary>
    public string? UserId { get; init; }
    public string? UserName { get; init; }
    public DateTime CreatedUtc { get; init; }
    /// <summary>JSON object of details. For submissions, registrations and accounts: field names and ids, never values.</summary>
    public string? Properties { get; init; }
}

/// <summary>Until when entries of the trail may be deleted: the one way to get rid of any, and only of all together. The database refuses to delete a younger entry, and to change any but for a name that is erased.</summary>
public sealed class AuditTrailCut
{
    public const int TheOne = 1;

    public int Id { get; init; }
    /// <summary>Entries from before this instant (UTC) may go.</summary>
    public DateTime BeforeUtc { get; set; }
}

/// <summary>Records what an action did. Every action that writes calls it.</summary>
public sealed class AuditTrail(PortalDb db, CurrentUser user, TimeProvider clock)
{
    public void Record(string category, string name, string subjectId, JsonObject? properties = null) =>
        db.AuditTrail.Add(new AuditTrailEvent
        {
            Category = category,
            Name = name,
            SubjectId = subjectId,
            UserId = user.Id,
            UserName = user.Name,
            CreatedUtc = clock.UtcNow,
            Properties = properties?.ToJsonString(JsonSerializerOptions.Web),
        });

    /// <summary>Records that something happened, and not who did it: for what nobody may ever list by person.</summary>
    public void RecordUnnamed(string category, string name, string subjectId, JsonObject? properties = null) =>
        db.AuditTrail.Add(new AuditTrailEvent { Category = category, Name = name, SubjectId = subjectId, CreatedUtc = clock.UtcNow, Properties = properties?.ToJsonString(JsonSerializerOptions.Web) });
}
