using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Modules;

namespace Portal.Cms.Data;

/// <summary>Tells a context which modules its model is composed of. It travels with the options, because a pooled context is made from nothing else.</summary>
public sealed class ComposedModel(ModuleCatalogue modules) : IDbContextOptionsExtension
{
    public ModuleCatalogue Modules => modules;

    public DbContextOptionsExtensionInfo Info => new Description(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    sealed class Description(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";
        public override int GetServiceProviderHashCode() => 0;
        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Description;
        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
