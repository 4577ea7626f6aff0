using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Data;

namespace Portal.Users.Models;

public static class UserTables
{
    extension(PortalDb db)
    {
        public DbSet<UserSession> Sessions => db.Set<UserSession>();
        public DbSet<SignInAttempt> SignInAttempts => db.Set<SignInAttempt>();
        public DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
        public DbSet<MailedLink> MailedLinks => db.Set<MailedLink>();
    }
}

sealed class UserSessionTable : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> table)
    {
        table.ToTable("UserSession").HasKey(s => s.Id);
        table.Property(s => s.Method).HasConversion<string>();
        table.HasIndex(s => s.UserId);
    }
}

sealed class SignInAttemptTable : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> table)
    {
        table.ToTable("SignInAttempt").HasKey(a => a.Id);
        table.Property(a => a.Method).HasConversion<string>();
        table.HasIndex(a => new { a.UserId, a.AtUtc });
        table.HasIndex(a => a.AtUtc);
    }
}

sealed class SecondFactorTable : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> table) => table.ToTable("SecondFactor").HasKey(f => f.UserId);
}

sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> table) => table.ToTable("RecoveryCode").HasKey(c => new { c.UserId, c.Hash });
}

sealed class MailedLinkTable : IEntityTypeConfiguration<MailedLink>
{
    public void Configure(EntityTypeBuilder<MailedLink> table)
    {
        table.ToTable("MailedLink").HasKey(l => l.Id);
        table.Property(l => l.Purpose).HasConversion<string>();
        table.HasIndex(l => l.Hash).IsUnique();
        table.HasIndex(l => l.ExpiresUtc);
        table.HasIndex(l => l.UserId);
    }
}
