using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Consultations.Indexes;

/// <summary>The window of a consultation was changed after it had been announced. Public, and kept for good.</summary>
public sealed class WindowChange : IAppendOnly
{
    public long Id { get; init; }
    public required string LocalizationSet { get; init; }
    public DateTime AtUtc { get; init; }
    public DateTime OpensBeforeUtc { get; init; }
    public DateTime OpensUtc { get; init; }
    public DateTime ClosesBeforeUtc { get; init; }
    public DateTime ClosesUtc { get; init; }

    public bool IsExtension => ClosesUtc > ClosesBeforeUtc && OpensUtc <= OpensBeforeUtc;
}

public static class WindowChangeTables
{
    extension(PortalDb db)
    {
        public DbSet<WindowChange> WindowChanges => db.Set<WindowChange>();
    }
}

sealed class WindowChangeTable : IEntityTypeConfiguration<WindowChange>
{
    public void Configure(EntityTypeBuilder<WindowChange> table)
    {
        table.ToTable("ConsultationWindowChange").HasKey(c => c.Id);
        table.HasIndex(c => c.LocalizationSet);
        table.Ignore(c => c.IsExtension);
    }
}
