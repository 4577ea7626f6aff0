using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Settings;

namespace Portal.Cms.Audit;

/// <summary>Records settings and content definitions with what they said before and say now, whoever changes them and by whatever action.</summary>
static class ValueChanges
{
    public static void Record(PortalDb db, AuditTrail audit)
    {
        var tracker = db.ChangeTracker;
        // The platform looks for changes when it saves; looking twice would double the work of large imports.
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in tracker.Entries<StoredSetting>().ToList()) Record(audit, "Setting", entry.Entity.Name, entry, s => s.Json);
            foreach (var entry in tracker.Entries<StoredContentDefinition>().ToList()) Record(audit, "ContentDefinition", entry.Entity.Name, entry, d => d.Json);
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    static void Record<T>(AuditTrail audit, string category, string name, EntityEntry<T> entry, Func<T, string> json) where T : class
    {
        var (before, after) = (entry.State == EntityState.Added ? null : entry.Property<string>("Json").OriginalValue, entry.State == EntityState.Deleted ? null : json(entry.Entity));
        if (before == after) return;
        audit.Record(category, before is null ? "Added" : after is null ? "Removed" : "Changed", name, new JsonObject { ["old"] = Parse(before), ["new"] = Parse(after) });
    }

    static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);
}
