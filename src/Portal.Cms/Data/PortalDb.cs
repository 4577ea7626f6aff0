using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Cms.Data;

/// <summary>The portal's one model: the kernel's tables and those of every compiled-in module, enabled or not, so that switching a feature never changes the schema.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityDbContext<User, Role, string>(options)
{
    readonly ModuleCatalogue modules = options.GetExtension<ComposedModel>().Modules;

    public DbSet<ContentItem> ContentItems => Set<ContentItem>();
    public DbSet<ContentItemVersion> ContentItemVersions => Set<ContentItemVersion>();
    public DbSet<ContentTitleWord> ContentTitleWords => Set<ContentTitleWord>();
    public DbSet<ContentSchedule> ContentSchedules => Set<ContentSchedule>();
    public DbSet<ContentSet> ContentSets => Set<ContentSet>();
    public DbSet<ContentPath> ContentPaths => Set<ContentPath>();
    public DbSet<StoredContentDefinition> ContentDefinitions => Set<StoredContentDefinition>();
    public DbSet<StoredSetting> Settings => Set<StoredSetting>();
    public DbSet<StoredFeature> Features => Set<StoredFeature>();
    public DbSet<StoredKey> DataProtectionKeys => Set<StoredKey>();
    public DbSet<ChangeLogEntry> ChangeLog => Set<ChangeLogEntry>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<AuditTrailEvent> AuditTrail => Set<AuditTrailEvent>();
    public DbSet<AuditTrailCut> AuditTrailCuts => Set<AuditTrailCut>();
    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();

    /// <returns>Whether the item is written in this very change for the first time: no table has rows of it, and a handler need not ask for any.</returns>
    public bool IsNew(ContentItem item) => Entry(item).State == EntityState.Added;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        foreach (var assembly in modules.Assemblies) builder.ApplyConfigurationsFromAssembly(assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantConverter>();

    // Nothing in this portal is signed in with a phone number or an external login yet; the tables are Identity's own and stay.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;
}
